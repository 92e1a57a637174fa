import { Button, Group, Stack, Text } from '@mantine/core'
import { useHolds } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { text } from '../../ui/filters.js'
import { Page } from '../../ui/layout/page.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useFilters } from '../../ui/use-filters.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { FINANCE_CONTROLLERS } from '../kit/roles.js'
import { ChargesStep } from './charges-step.js'
import { ChecksStep } from './checks-step.js'
import { CloseStep } from './close-step.js'
import { KeysStep } from './keys-step.js'
import { ReviewStep } from './review-step.js'
import { SimulateStep } from './simulate-step.js'
import { StepPath } from './step-path.js'
import type { StepProps } from './step-props.js'
import { STEPS, type Step, slugOf, stepAt } from './steps.js'
import { useCloseTexts } from './texts.js'
import { UnsplitMonth } from './unsplit-month.js'
import { type Closing, useClosing } from './use-closing.js'
import { useFindings } from './use-findings.js'

const StepFilter = {
  etape: text,
  poste: text,
  membre: text,
  vue: text,
}

/** One month, walked from its checks to its statements. */
export function ClosePage() {
  const texts = useCloseTexts()
  const formats = useFormats()
  const words = useVocabulary()
  const periodId = usePathParam('periodId')
  const { periods, period, split, before } = useClosing(periodId)
  return (
    <Page
      title={period ? texts('title', { month: formats.month(period.month) }) : texts('crumb')}
      crumbs={[{ label: texts('crumb'), to: '/finance' }]}
      marks={
        period ? (
          <StateBadge state={period.state}>{words.word('periodState', period.state)}</StateBadge>
        ) : null
      }
    >
      <Loadable query={periods}>
        {() => {
          if (split.error && period) return <UnsplitMonth period={period} error={split.error} />
          return (
            <Loadable query={split}>
              {(data) => (period ? <Walk closing={{ period, split: data, before }} /> : null)}
            </Loadable>
          )
        }}
      </Loadable>
    </Page>
  )
}

function Walk({ closing }: { readonly closing: Closing }) {
  const texts = useCloseTexts()
  const mayAct = useHolds(FINANCE_CONTROLLERS)
  const [{ etape }, change] = useFilters(StepFilter)
  const step = stepAt(etape)
  const findings = useFindings(closing)
  const go = (to: Step) =>
    change({ etape: slugOf(to), poste: undefined, membre: undefined, vue: undefined })
  const at = STEPS.indexOf(step)
  const [back, next] = [STEPS[at - 1], STEPS[at + 1]]
  return (
    <Stack gap="md">
      {mayAct ? null : <Text c="dimmed">{texts('reads')}</Text>}
      <StepPath current={step} findings={findings} onStep={go} />
      <StepContent step={step} closing={closing} mayAct={mayAct} />
      <Group justify="space-between">
        {back ? (
          <Button variant="default" onClick={() => go(back)}>
            {texts('previous')}
          </Button>
        ) : (
          <span />
        )}
        {next ? (
          <Button variant={next === 'close' ? 'filled' : 'default'} onClick={() => go(next)}>
            {texts('next')}
          </Button>
        ) : null}
      </Group>
    </Stack>
  )
}

function StepContent({ step, ...props }: StepProps & { readonly step: Step }) {
  switch (step) {
    case 'checks':
      return <ChecksStep {...props} />
    case 'charges':
      return <ChargesStep {...props} />
    case 'keys':
      return <KeysStep {...props} />
    case 'simulate':
      return <SimulateStep {...props} />
    case 'review':
      return <ReviewStep {...props} />
    case 'close':
      return <CloseStep {...props} />
  }
}
