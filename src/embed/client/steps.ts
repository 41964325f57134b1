/** Lets the buttons of a carousel move it. Without this they are not shown, and it is moved by hand and by keys all the same. */
export const steps = (root: ParentNode): void => {
  const track = root.querySelector<HTMLElement>('.track')
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-step]')]
  if (!track || buttons.length === 0) return
  const mark = (): void => {
    const left = Math.abs(track.scrollLeft)
    const room = track.scrollWidth - track.clientWidth
    for (const button of buttons) {
      button.hidden = room < 8
      // Not `disabled`, which would take the focus from whoever just pressed it.
      button.ariaDisabled = String(button.dataset.step === 'on' ? left > room - 8 : left < 8)
    }
  }
  for (const button of buttons) button.addEventListener('click', () => track.scrollBy({ left: (button.dataset.step === 'on' ? 1 : -1) * track.clientWidth * 0.85 }))
  track.addEventListener('scroll', mark, { passive: true })
  new ResizeObserver(mark).observe(track)
}
