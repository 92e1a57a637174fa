import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { Panel } from '../../ui/layout/panel.js'
import { useSpan } from '../parts/use-span.js'
import { useTimetableTexts } from './texts.js'
import { Weekdays } from './weekdays.js'

const MINUTE_MS = 60_000

/** When it leaves, and from when to when. */
export function PatternPanel({ template }: { readonly template: RunTemplateView }) {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const span = useSpan()
  const { weekdays, departsAt, cutoffMinutes, validFrom, validTo, skipsPublicHolidays } = template
  return (
    <Panel title={texts('template.pattern')}>
      <Facts
        items={[
          { label: texts('template.days'), value: <Weekdays of={weekdays} /> },
          { label: texts('template.departs'), value: departsAt },
          {
            label: texts('template.cutoff'),
            value: texts('cutoff', { duration: formats.duration(cutoffMinutes * MINUTE_MS) }),
          },
          {
            label: texts('template.validity'),
            value: span({ fromOn: validFrom, toOn: validTo ?? undefined }),
          },
          {
            label: texts('template.holidays'),
            value: texts(skipsPublicHolidays ? 'template.skips' : 'template.runsOnHolidays'),
          },
          { label: texts('template.held'), value: <HeldWords of={template} /> },
        ]}
      />
    </Panel>
  )
}

function HeldWords({ of: { heldFrom, heldTo } }: { readonly of: RunTemplateView }) {
  const texts = useTimetableTexts()
  const formats = useFormats()
  const span = useSpan()
  if (heldFrom === null) return texts('template.notHeld')
  return heldTo === null
    ? texts('template.heldUntilResumed', { from: formats.day(heldFrom) })
    : span({ fromOn: heldFrom, toOn: heldTo })
}
