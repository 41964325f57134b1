/**
 * The version of what projections say. Raise it with every change of a projection, of the body's HTML or of a rule they use: a
 * process that starts with another one than the store was made with rewrites the store in the background.
 */
export const projectionVersion = 3
