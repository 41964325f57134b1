/**
 * The one stored form of a text: Unicode NFC, with the Icelandic eth (U+00D0, U+00F0), which some keyboards and
 * fonts yield for Đ and looks the same, set right to Đ (U+0110) and đ (U+0111).
 */
export const nfc = (text: string): string =>
  text.normalize('NFC').replace(/\u00D0/g, '\u0110').replace(/\u00F0/g, '\u0111')
