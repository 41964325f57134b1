/** What is embedded: whose player, which item, and the address of the player itself. */
export interface Embed {
  provider: EmbedProvider
  id: string
  playerUrl: string
}

export type EmbedProvider = 'youtube' | 'vimeo' | 'tiktok' | 'facebook'

interface Rule {
  hosts: readonly string[]
  /** The item's id in the address a reader would copy, or null. */
  idIn: (url: URL) => string | null
  playerUrl: (id: string) => string
}

const firstMatch = (text: string, ...patterns: RegExp[]): string | null => {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]
    if (found) return found
  }
  return null
}

const YOUTUBE_ID = /^[\w-]{11}$/

const rules: Readonly<Record<EmbedProvider, Rule>> = {
  youtube: {
    hosts: ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'youtu.be', 'www.youtube-nocookie.com'],
    idIn: (url) => {
      const id = url.hostname === 'youtu.be' ? url.pathname.slice(1) : (url.searchParams.get('v') ?? firstMatch(url.pathname, /^\/(?:embed|shorts|live)\/([\w-]+)/) ?? '')
      return YOUTUBE_ID.test(id) ? id : null
    },
    playerUrl: (id) => `https://www.youtube-nocookie.com/embed/${id}`,
  },
  vimeo: {
    hosts: ['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'],
    idIn: ({ pathname }) => firstMatch(pathname, /^\/(?:video\/)?(\d{6,12})(?:\/|$)/),
    playerUrl: (id) => `https://player.vimeo.com/video/${id}?dnt=1`,
  },
  tiktok: {
    hosts: ['tiktok.com', 'www.tiktok.com', 'm.tiktok.com'],
    idIn: ({ pathname }) => firstMatch(pathname, /^\/@[\w.]+\/video\/(\d{15,22})(?:\/|$)/, /^\/(?:player\/v1|embed\/v2)\/(\d{15,22})(?:\/|$)/),
    playerUrl: (id) => `https://www.tiktok.com/player/v1/${id}`,
  },
  facebook: {
    hosts: ['facebook.com', 'www.facebook.com', 'm.facebook.com'],
    idIn: ({ pathname, searchParams }) =>
      firstMatch(pathname, /^\/[\w.]+\/videos\/(?:[\w.-]+\/)?(\d{8,20})(?:\/|$)/, /^\/reel\/(\d{8,20})(?:\/|$)/) ?? (pathname.startsWith('/watch') ? firstMatch(searchParams.get('v') ?? '', /^(\d{8,20})$/) : null),
    playerUrl: (id) => `https://www.facebook.com/plugins/video.php?href=${encodeURIComponent(`https://www.facebook.com/watch/?v=${id}`)}&show_text=false`,
  },
}

export const embedProviders = Object.keys(rules) as EmbedProvider[]

/** Origins whose frames a page with embeds has to allow. */
export const embedOrigins: readonly string[] = [...new Set(embedProviders.map((provider) => new URL(rules[provider].playerUrl('0')).origin))]

/** Reads the address of a video as readers copy it. Null when it is of no allowed provider or names no single item. */
export const parseEmbed = (address: string): Embed | null => {
  let url: URL
  try {
    url = new URL(address.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  const provider = embedProviders.find((name) => rules[name].hosts.includes(url.hostname.toLowerCase()))
  const id = provider ? rules[provider].idIn(url) : null
  return provider && id ? { provider, id, playerUrl: rules[provider].playerUrl(id) } : null
}
