import { stdout } from 'node:process'
import { typeset } from './french.js'

/** One line per step on a log, one moving line on a terminal; silent when a program reads the output. */
export interface ProgressLine {
  step(message: string): void
  /** `done` of `total`, shown as a bar. */
  advance(message: string, done: number, total: number): void
  end(): void
}

const BAR_WIDTH = 30

export function progressLine({ silent }: { silent: boolean }): ProgressLine {
  if (silent) return { step: () => undefined, advance: () => undefined, end: () => undefined }
  const moves = stdout.isTTY
  let open = false
  const end = () => {
    if (open) stdout.write('\n')
    open = false
  }
  return {
    end,
    step: (message) => {
      end()
      stdout.write(typeset(`· ${message}\n`))
    },
    advance: (message, done, total) => {
      if (!moves) return
      const filled = total === 0 ? BAR_WIDTH : Math.floor((done * BAR_WIDTH) / total)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
      stdout.write(`\r  ${bar} ${message} ${done}/${total}\u001b[K`)
      open = true
    },
  }
}
