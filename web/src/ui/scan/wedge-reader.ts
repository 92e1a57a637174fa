interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly timeStamp: number
}

/** Scanners type a character every few milliseconds; nobody types a whole code below this pace. */
const PACE_MS_MAX = 40
const LENGTH_MIN = 4
/** GS, the separator of GS1 codes, which scanners send as Ctrl+] or F8. */
const SEPARATOR = '\u001d'

/** Tells a scanner's burst of keys from a person's typing. */
export class WedgeReader {
  #keys = ''
  #lastAt = Number.NEGATIVE_INFINITY

  /** The code, at the Enter or Tab that ends a burst; otherwise nothing. */
  press({ key, ctrlKey, altKey, metaKey, timeStamp }: Press): string | undefined {
    const gapMs = timeStamp - this.#lastAt
    if (key === 'Enter' || key === 'Tab') {
      const code = this.#keys
      const isScan = code.length >= LENGTH_MIN && gapMs <= PACE_MS_MAX
      this.#forget()
      return isScan ? code : undefined
    }
    const typed = characterOf(key, ctrlKey)
    if (typed === undefined) return undefined
    if (altKey || metaKey || (ctrlKey && typed !== SEPARATOR)) return undefined
    if (gapMs > PACE_MS_MAX) this.#forget()
    this.#keys += typed
    this.#lastAt = timeStamp
    return undefined
  }

  #forget(): void {
    this.#keys = ''
    this.#lastAt = Number.NEGATIVE_INFINITY
  }
}

function characterOf(key: string, ctrlKey: boolean): string | undefined {
  if ((ctrlKey && key === ']') || key === 'F8') return SEPARATOR
  return [...key].length === 1 ? key : undefined
}
