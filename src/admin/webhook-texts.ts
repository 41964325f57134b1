/** What the panels of receivers and of their log say. */
export const webhookTexts = {
  vi: {
    secretTitle: 'Khóa ký', show: 'Hiện khóa ký', rotate: 'Đổi khóa ký', copy: 'Sao chép', copied: 'Đã sao chép', close: 'Đã lưu, ẩn khóa',
    once: 'Khóa chỉ hiện một lần này. Hãy sao chép và gửi cho đối tác qua kênh an toàn.',
    sure: 'Đổi khóa ký? Trong 24 giờ tới, thông báo mang chữ ký của cả khóa cũ và khóa mới.',
    secretHelp: 'Máy nhận kiểm tra chữ ký bằng khóa này (Standard Webhooks). Sau khi đổi, khóa cũ còn dùng được 24 giờ.',
    logTitle: 'Thông báo gần đây', none: 'Chưa gửi thông báo nào.', test: 'Gửi thử', refresh: 'Tải lại', replay: 'Gửi lại', all: 'Xem toàn bộ nhật ký',
    at: 'Lúc', event: 'Việc', about: 'Về', state: 'Tình trạng', tries: 'Số lần', answer: 'Trả lời', next: 'Lần gửi tới', took: 'Mất', attemptsTitle: 'Các lần gửi', noAnswer: 'không trả lời',
    states: { waiting: 'Đang chờ gửi', delivered: 'Đã nhận', failed: 'Không gửi được', cancelled: 'Không gửi nữa' },
  },
  en: {
    secretTitle: 'Secret', show: 'Show the secret', rotate: 'Change the secret', copy: 'Copy', copied: 'Copied', close: 'Kept, hide it',
    once: 'The secret is shown this once. Copy it, and send it to the partner in a safe way.',
    sure: 'Change the secret? For the next 24 hours messages are signed with the old one and the new one.',
    secretHelp: 'The receiver checks signatures with it (Standard Webhooks). Once changed, the old one goes on for 24 hours.',
    logTitle: 'Recent messages', none: 'Nothing has been sent yet.', test: 'Send a test', refresh: 'Reload', replay: 'Send again', all: 'See the whole log',
    at: 'At', event: 'Event', about: 'About', state: 'State', tries: 'Attempts', answer: 'Answer', next: 'Next attempt', took: 'Took', attemptsTitle: 'Attempts', noAnswer: 'no answer',
    states: { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed', cancelled: 'Cancelled' },
  },
} as const

export interface ShownAttempt {
  at: string
  status: number | null
  ms: number
  said: string
}

export interface ShownDelivery {
  id: string
  at: string
  type: string
  about: string
  state: keyof (typeof webhookTexts)['vi']['states']
  tries: number
  nextAt?: string | null
  attempts?: ShownAttempt[] | null
}
