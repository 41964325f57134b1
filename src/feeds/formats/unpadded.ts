const CDATA = /(<!\[CDATA\[[\s\S]*?\]\]>)/

/**
 * XML without the line breaks and indents that its writer puts around CDATA sections: they are part of the text, and an address with white
 * space around it is none.
 */
export const unpadded = (xml: string): string =>
  xml.split(CDATA).map((part, at) => (at % 2 === 1 ? part : part.replace(/^\s+(?=<\/)/, '').replace(/>\s+$/, '>'))).join('')
