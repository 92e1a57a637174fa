import { type RefObject, useEffect, useRef } from 'react'
import { WedgeReader } from './wedge-reader.js'

interface Options {
  readonly onScan: (code: string) => void
  readonly isArmed: boolean
  /** The scan field itself: typing there is scanning. */
  readonly own?: RefObject<HTMLInputElement | null>
}

/** Hears a scanner that types like a keyboard, wherever the focus is, except in another text field. */
export function useWedge({ onScan, isArmed, own }: Options): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    if (!isArmed) return
    const reader = new WedgeReader()
    const hear = (event: KeyboardEvent) => {
      const { target } = event
      const isOwn = target instanceof HTMLInputElement && target === own?.current
      if (!isOwn && isTextField(target)) return
      const code = reader.press(event)
      if (code === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (isOwn) clear(own?.current)
      latest.current(code)
    }
    document.addEventListener('keydown', hear, { capture: true })
    return () => document.removeEventListener('keydown', hear, { capture: true })
  }, [isArmed, own])
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)))

/** What the scanner typed into the field is taken as a scan, and leaves it. React hears the native setter. */
function clear(input: HTMLInputElement | null | undefined): void {
  if (!input) return
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  setter?.call(input, '')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}
