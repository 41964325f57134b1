import { steps } from './steps.ts'

// The script inside an iframe: tells its height to the page around it, and nothing else to anyone.
const main = document.querySelector('.ocop')
if (main && parent !== window) {
  const tell = (): void => parent.postMessage({ type: 'ocop-embed', height: Math.ceil(main.getBoundingClientRect().height) }, '*')
  new ResizeObserver(tell).observe(main)
  addEventListener('message', ({ source, data }: MessageEvent<{ type?: unknown } | null>) => {
    if (source === parent && data?.type === 'ocop-embed-ask') tell()
  })
}
steps(document)
