const star = 'M24 5l4.7 12.1 13 .7-10.1 8.2 3.4 12.6L24 31.5l-11 7.1L16.4 26 6.3 17.8l13-.7z'

/** The mark of the admin: the star that a product earns, over the line of a newspaper's column. */
export const Icon = () => (
  <svg aria-hidden="true" className="ocop-press-icon" fill="currentColor" height="100%" viewBox="0 0 48 48" width="100%" xmlns="http://www.w3.org/2000/svg">
    <path d={star} />
    <path d="M8 42h32v3H8z" />
  </svg>
)

/** The name of the admin beside its mark, on the page that asks for the password. */
export const Logo = () => (
  <svg aria-label="OCOP Press" className="ocop-press-logo" fill="currentColor" height="48" role="img" viewBox="0 0 262 48" width="262" xmlns="http://www.w3.org/2000/svg">
    <g className="ocop-press-logo__mark">
      <path d={star} />
      <path d="M8 42h32v3H8z" />
    </g>
    <text fontFamily="Georgia, 'Times New Roman', 'Noto Serif', serif" fontSize="34" lengthAdjust="spacingAndGlyphs" textLength="202" x="56" y="37">OCOP Press</text>
  </svg>
)
