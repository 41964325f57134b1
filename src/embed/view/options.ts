/** How an embed can be had; the names are attributes of the component and parameters of the iframe. */
export const layouts = ['grid', 'list', 'carousel'] as const
export type Layout = (typeof layouts)[number]

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** Things in an embed when it does not say how many, and at most. */
export const LIMIT = 8
export const LIMIT_MAX = 50
