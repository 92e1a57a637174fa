import { z } from 'zod'
import type { Caller } from '../../builders/caller.js'

const Change = z.object({
  topic: z.string(),
  groupingId: z.string(),
  establishmentId: z.string().optional(),
  subjectId: z.string(),
})
export type Change = z.infer<typeof Change>

/** An open screen: reads the stream of events, as a browser does, until it is closed. */
export class Screen {
  readonly heard: Change[] = []
  readonly #abort: AbortController
  #reading: Promise<void> = Promise.resolve()
  #wake: () => void = () => undefined

  private constructor(abort: AbortController) {
    this.#abort = abort
  }

  /** Resolves once the server has sent its first line: from then on nothing is missed. */
  static async open(url: string, { headers }: Caller): Promise<Screen> {
    const abort = new AbortController()
    const screen = new Screen(abort)
    const response = await fetch(`${url}/api/v1/events`, { headers, signal: abort.signal })
    if (response.body === null || response.status !== 200) throw new Error('No stream')
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    screen.#reading = screen.#read(reader)
    return screen
  }

  get subjects(): string[] {
    return this.heard.map(({ subjectId }) => subjectId)
  }

  /** Resolves once this thing was announced. */
  async until(subjectId: string): Promise<void> {
    while (!this.subjects.includes(subjectId)) {
      await new Promise<void>((wake) => {
        this.#wake = wake
      })
    }
  }

  async close(): Promise<void> {
    this.#abort.abort()
    await this.#reading
  }

  async #read(reader: ReadableStreamDefaultReader<string>): Promise<void> {
    let text = ''
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        text += next.value
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) this.#hear(event)
      }
    } catch {
      // The stream ends with the screen.
    }
  }

  #hear(event: string): void {
    const data = /^event: changed\ndata: (.+)$/m.exec(event)?.[1]
    if (data === undefined) return
    this.heard.push(Change.parse(JSON.parse(data)))
    this.#wake()
  }
}
