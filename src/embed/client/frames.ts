const HEIGHT_MAX = 20_000

/**
 * Gives iframes of `origin` on this page the height that they ask for. A message counts when it comes from the window of such an iframe, and
 * from its origin; one that is sandboxed has the origin `null`, and is known by its window.
 */
export const frames = (origin: string): void => {
  const all = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(`${origin}/embed/`))
  addEventListener('message', ({ data, source, origin: from }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
    if (data?.type !== 'ocop-embed' || typeof data.height !== 'number' || !(data.height > 0)) return
    const frame = all().find(({ contentWindow }) => contentWindow === source)
    if (frame && (from === origin || (from === 'null' && frame.hasAttribute('sandbox')))) frame.style.height = `${Math.min(HEIGHT_MAX, Math.ceil(data.height))}px`
  })
  // Those that were ready before this script was.
  const ask = (): void => all().forEach(({ contentWindow }) => contentWindow?.postMessage({ type: 'ocop-embed-ask' }, '*'))
  ask()
  addEventListener('DOMContentLoaded', ask)
}
