import type { GlobalConfig } from 'payload'

/** What there is once. */
export const globals: GlobalConfig[] = []
