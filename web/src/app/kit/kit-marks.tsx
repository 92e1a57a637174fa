import { Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code, Euros, groupedCip13, Units } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { Meter } from '../../ui/picture/meter.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const STATES = ['draft', 'submitted', 'received', 'suspended', 'rejected'] as const
const CLASSES = ['ambient', 'cold', 'frozen', 'deep-frozen', 'melting-ice', 'body', 'narcotic']
const MINUTE_MS = 60_000

/** The small things that say a state, a limit, a quantity. */
export function KitMarks() {
  const texts = useKitTexts()
  const words = useVocabulary()
  return (
    <Panel title={texts('sections.marks')}>
      <Shown name="StateBadge" use={texts('marks.badge')}>
        <Group gap="sm">
          {STATES.map((state) => (
            <StateBadge key={state} state={state}>
              {words.word('orderState', state)}
            </StateBadge>
          ))}
        </Group>
      </Shown>
      <Shown name="StorageMark" use={texts('marks.storage')}>
        <Group gap="md">
          {CLASSES.map((each) => (
            <StorageMark key={each} of={each} />
          ))}
          <StorageMark of="cold" compact />
        </Group>
      </Shown>
      <Shown name="Countdown" use={texts('marks.countdown')}>
        <Countdowns />
      </Shown>
      <Shown name="Verdict" use={texts('marks.verdict')}>
        <Stack gap="sm">
          <Verdict tone="ok" detail={texts('marks.acceptedDetail')}>
            {texts('marks.accepted')}
          </Verdict>
          <Verdict tone="warn" detail={texts('marks.doubtDetail')}>
            {texts('marks.doubt')}
          </Verdict>
          <Verdict tone="stop" detail={texts('marks.refusedDetail')}>
            {texts('marks.refused')}
          </Verdict>
        </Stack>
      </Shown>
      <Shown name="Units · Euros · Code" use={texts('marks.amounts')}>
        <Group gap="xl">
          <Units of={4812} />
          <Euros of="1234.50" />
          <Code>{groupedCip13('3400949369107')}</Code>
        </Group>
      </Shown>
      <Shown name="Meter" use={texts('marks.meter')}>
        <Group gap="xl">
          <Meter share={0.82} tone="ok">
            {texts('marks.days', { count: 41 })}
          </Meter>
          <Meter share={0.25} tone="warn">
            {texts('marks.days', { count: 9 })}
          </Meter>
          <Meter share={0.06} tone="stop">
            {texts('marks.days', { count: 2 })}
          </Meter>
        </Group>
      </Shown>
    </Panel>
  )
}

function Countdowns() {
  const [instants] = useState(() =>
    [185, 22, -8].map((minutes) => new Date(Date.now() + minutes * MINUTE_MS).toISOString()),
  )
  return (
    <Group gap="xl">
      {instants.map((to) => (
        <Countdown key={to} to={to} />
      ))}
    </Group>
  )
}
