export const bodyOf = (_: unknown) => ({})
export const textIn = (_: unknown) => ''
