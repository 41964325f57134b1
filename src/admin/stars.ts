/** Stars of an OCOP product as drawn in lists: those it has, then those it lacks of five. */
export const stars = (count: number): string => '★'.repeat(count) + '☆'.repeat(5 - count)

/** Whether a value is a number of stars that can be drawn. */
export const isStars = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5
