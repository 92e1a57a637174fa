import { Text } from '@mantine/core'
import type { JobView } from '../../../../src/operations/schema.js'
import { useFormats } from '../../texts/formats.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Meter } from '../../ui/picture/meter.js'
import type { Column } from '../../ui/table/data-table.js'
import { causeOf } from './cause-of.js'
import { useJobsTexts } from './texts.js'

const TONES = {
  waiting: 'neutral',
  delayed: 'neutral',
  active: 'info',
  completed: 'ok',
  failed: 'stop',
  unknown: 'neutral',
} as const satisfies Record<JobView['state'], string>

const PERCENT = 100

export function useJobColumns(): readonly Column<JobView>[] {
  const texts = useJobsTexts()
  const formats = useFormats()
  return [
    {
      key: 'job',
      header: texts('column.job'),
      cell: ({ name, failure }) => (
        <>
          {texts.word('job', name)}
          {failure === undefined ? null : (
            <Text size="sm" c="var(--nv-stop)">
              {texts(`cause.${causeOf(failure)}`)}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'queue',
      header: texts('column.queue'),
      cell: ({ queue }) => texts(`queue.${queue}`),
    },
    {
      key: 'state',
      header: texts('column.state'),
      cell: ({ state }) => <StateBadge tone={TONES[state]}>{texts(`state.${state}`)}</StateBadge>,
    },
    {
      key: 'progress',
      header: texts('column.progress'),
      cell: ({ state, percent }) =>
        state === 'active' ? (
          <Meter share={percent / PERCENT} tone="info">
            {formats.percent(percent / PERCENT)}
          </Meter>
        ) : (
          '–'
        ),
    },
    {
      key: 'added',
      header: texts('column.added'),
      cell: ({ addedAt }) => formats.shortDateTime(addedAt),
    },
    {
      key: 'finished',
      header: texts('column.finished'),
      cell: ({ finishedAt }) =>
        finishedAt === undefined ? '–' : formats.shortDateTime(finishedAt),
    },
    {
      key: 'attempts',
      header: texts('column.attempts'),
      align: 'right',
      cell: ({ attempts }) => attempts,
    },
  ]
}
