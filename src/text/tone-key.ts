import { nfc } from './nfc.ts'

// huyền, sắc, ngã, hỏi, nặng
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g

/**
 * A key that keeps letters and tones but not the place of the tone mark in a syllable, nor case: `hoà` = `hòa`,
 * `thuỷ` = `thủy`, a mistyped `vịêt` = `việt`; `mà` ≠ `má`, `đ` ≠ `d`. It is for comparing, not for showing: the mark
 * stands at the end of its word. i and y (`Lý`, `Lí`) stay apart: that is a matter of names, not of tone marks.
 */
export const toneKey = (text: string): string =>
  nfc(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{L}\p{M}]+/gu, (word) => word.replace(TONE, '') + (word.match(TONE) ?? []).join(''))
    .normalize('NFC')
