const { API_URL, PUBLIC_API_URL, PORT } = process.env

const apiUrl = (API_URL || 'http://localhost:3000').replace(/\/+$/, '')

export const settings = {
  /** Where this program reaches the platform. */
  apiUrl,
  /** Where browsers reach it: views are counted there. */
  publicApiUrl: (PUBLIC_API_URL || apiUrl).replace(/\/+$/, ''),
  port: Number(PORT || 3001),
}
