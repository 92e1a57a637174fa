import { useFormats } from '../../texts/formats.js'
import { useAdministrationTexts } from './texts.js'

interface Span {
  readonly fromOn: string
  readonly toOn?: string | undefined
}

/** «depuis le 12/10/2026», «du 01/09/2017 au 31/12/2026». */
export function useSpan(): (span: Span) => string {
  const texts = useAdministrationTexts()
  const formats = useFormats()
  return ({ fromOn, toOn }) =>
    toOn === undefined
      ? texts('since', { from: formats.day(fromOn) })
      : texts('range', { from: formats.day(fromOn), to: formats.day(toOn) })
}
