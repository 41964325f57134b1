import { nfc } from './nfc.ts'

// XML 1.0 §2.2: tab, line feed and carriage return are the only control characters there may be; U+FFFE and U+FFFF and halves of surrogate pairs are none.
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** A text as XML can carry it: in NFC, without the characters that XML 1.0 forbids (§2.2), its lines ended as a parser ends them (§2.11). */
export const xmlText = (text: string): string => nfc(text.replace(forbidden, '').replace(/\r\n?/g, '\n'))
