import { type ClockMessage, moveClock } from '../clock.ts'

type Message = { type?: string } & ClockMessage

/** Lets the process that started this one as a test move its clock, and stops this one when that process has gone. */
export const obeyTest = ({ stop }: { stop: () => void }): void => {
  process.on('message', (message: Message) => {
    if (message?.type !== 'clock') return
    moveClock(message)
    process.send?.({ type: 'clock-set' })
  })
  process.on('disconnect', stop)
}
