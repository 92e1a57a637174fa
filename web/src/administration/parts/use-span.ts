import { today, useFormats } from '../../texts/formats.js'
import { useAdministrationTexts } from './texts.js'

interface Span {
  readonly fromOn: string
  readonly toOn?: string | undefined
}

/** «depuis le 12/10/2026», «du 01/09/2017 au 31/12/2026»; what was taken back within its first day has no last one. */
export function useSpan(): (span: Span) => string {
  const texts = useAdministrationTexts()
  const formats = useFormats()
  return ({ fromOn, toOn }) => {
    const from = formats.day(fromOn)
    if (toOn === undefined) return texts(fromOn > today() ? 'coming' : 'since', { from })
    if (toOn < fromOn) return texts('withdrawn', { from })
    return texts('range', { from, to: formats.day(toOn) })
  }
}
