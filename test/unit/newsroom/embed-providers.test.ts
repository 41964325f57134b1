import { describe, expect, it } from '@jest/globals'
import { embedOrigins, parseEmbed } from '../../../src/newsroom/embed-providers.ts'

describe('parseEmbed', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s', 'youtube', 'dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'youtube', 'dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://www.youtube.com/live/dQw4w9WgXcQ', 'youtube', 'dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'vimeo', '76979871'],
    ['https://player.vimeo.com/video/76979871?h=1', 'vimeo', '76979871'],
    ['https://www.tiktok.com/@chophien.ocop/video/7234567890123456789', 'tiktok', '7234567890123456789'],
    ['https://www.facebook.com/baothu/videos/1234567890123456/', 'facebook', '1234567890123456'],
    ['https://www.facebook.com/watch/?v=1234567890123456', 'facebook', '1234567890123456'],
    ['https://www.facebook.com/reel/1234567890123456', 'facebook', '1234567890123456'],
  ])('%s is %s %s', (address, provider, id) => {
    expect(parseEmbed(address)).toMatchObject({ provider, id })
  })

  it.each([
    '', 'dQw4w9WgXcQ', 'https://www.youtube.com/', 'https://www.youtube.com/@kenh', 'https://www.youtube.com/watch?v=ngan', 'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
    'https://evil.example/?u=https://youtu.be/dQw4w9WgXcQ', 'javascript:alert(1)//youtu.be/dQw4w9WgXcQ', 'https://www.facebook.com/baothu', 'https://www.tiktok.com/@ai/photo/7234567890123456789',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
  ])('takes nothing from %s', (address) => {
    expect(parseEmbed(address)).toBeNull()
  })

  it('makes the player’s address of an allowed origin, with nothing of what was typed but the id', () => {
    const embed = parseEmbed('https://www.youtube.com/watch?v=dQw4w9WgXcQ&x="><script>')
    expect(embed?.playerUrl).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ')
    expect(embedOrigins).toContain(new URL(embed?.playerUrl ?? '').origin)
  })
})
