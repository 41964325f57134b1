/** HTML that is printed as it is. Everything else that gets into a template is escaped. */
export interface Html { readonly html: string }
export type Printable = Html | string | number | false | null | undefined | readonly Printable[]

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const print = (value: Printable): string => {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value !== 'object') return String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
  return 'html' in value ? value.html : value.map(print).join('')
}

/** A template: html`<p>${text}</p>` escapes the text. */
export const html = (texts: TemplateStringsArray, ...values: Printable[]): Html => ({ html: texts.reduce((done, text, at) => done + print(values[at - 1]) + text) })

/** Only for what the API calls safe HTML. */
export const raw = (text: string): Html => ({ html: text })

/** JSON inside a script element, where `</script>` must not end it. */
export const json = (value: unknown): Html => raw(JSON.stringify(value).replaceAll('<', '\\u003c'))

const hanoi = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** An instant as a newspaper in Hanoi prints it: “Thứ Hai, 23/11/2026, 23:30”; in lists its day alone. */
export const time = (instant: string, { dayOnly = false } = {}): Html => {
  const part = Object.fromEntries(hanoi.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  const date = `${part.day}/${part.month}/${part.year}`
  return html`<time datetime="${instant}">${dayOnly ? date : `${part.weekday}, ${date}, ${part.hour}:${part.minute}`}</time>`
}

/** A day, `2026-11-24`, as 24/11/2026. */
export const day = (text: string): Html => html`<time datetime="${text}">${text.split('-').reverse().join('/')}</time>`

export const money = ({ amount, currency }: { amount: number; currency: string }): string => new Intl.NumberFormat('vi-VN', { style: 'currency', currency }).format(amount)
