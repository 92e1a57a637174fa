import { Stack } from '@mantine/core'
import type { PeriodView } from '../../../../src/billing/schema.js'
import { PathLink } from '../../ui/layout/page.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useCloseTexts } from './texts.js'

/** A month that cannot be split yet: which pool, and where to give it a key. */
export function UnsplitMonth({
  period,
  error,
}: {
  readonly period: PeriodView
  readonly error: Error
}) {
  const texts = useCloseTexts()
  return (
    <Stack gap="md">
      <ProblemAlert error={error} />
      <PathLink to="/finance/cles">{texts('checks.goKeys')}</PathLink>
      <PathLink to="/finance/charges" search={{ mois: period.month }}>
        {texts('charges.see')}
      </PathLink>
    </Stack>
  )
}
