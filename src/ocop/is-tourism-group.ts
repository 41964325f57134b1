// Group VI by 26/2026/QĐ-TTg, and the sixth group of 2019 that became it.
const keys: ReadonlySet<string> = new Set(['group/du-lich', 'old-group/cu-6'])

/** Whether a group (by its key) is the one of tourism: community tourism, ecotourism, destinations. */
export const isTourismGroup = (key: string): boolean => keys.has(key)
