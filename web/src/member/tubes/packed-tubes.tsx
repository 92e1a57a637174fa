import { ActionIcon, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Hinted } from '../../ui/hinted.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useAct } from '../../ui/use-act.js'
import type { Shipment, Tube } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import classes from './tubes.module.css'

/** What is in the container, last packed first, each with its own deadline. */
export function PackedTubes({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const remove = useAct({
    act: (tubeId: string) =>
      read(
        api['specimen-shipments'][':id'].tubes[':tubeId'].$delete({
          param: { id: shipment.id, tubeId },
        }),
      ),
    changes: ['specimen-shipments'],
  })
  return (
    <div>
      {shipment.tubes.toReversed().map((tube) => (
        <div key={tube.id} className={classes['tube']}>
          <TubeWords tube={tube} />
          <TubeDeadline tube={tube} />
          <Hinted label={t('pack.remove')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={44}
              aria-label={t('pack.removeOf', { code: tube.code })}
              loading={remove.isPending && remove.variables === tube.id}
              onClick={() => remove.mutate(tube.id)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Hinted>
        </div>
      ))}
    </div>
  )
}

export function TubeWords({ tube }: { readonly tube: Tube }) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return (
    <div>
      <Text fw={600}>
        <Code>{tube.code}</Code>{' '}
        {tube.urgency === 'urgent' ? (
          <StateBadge tone="warn">{words.word('urgency', 'urgent')}</StateBadge>
        ) : null}
      </Text>
      <Text size="sm">{tube.exams.map(({ label }) => label).join(' · ')}</Text>
      <Text size="sm" c="dimmed">
        {tube.tubeType.toUpperCase()} · {words.word('processing', tube.processing)} ·{' '}
        {tube.collectedAt
          ? t('tube.collected', { time: formats.shortDateTime(tube.collectedAt) })
          : ''}
        {tube.collectedBy ? ` · ${tube.collectedBy}` : ''}
      </Text>
      {tube.collectedAt ? null : (
        <Text size="sm" c="var(--nv-stop)">
          ✕ {t('tube.noTime')}
        </Text>
      )}
    </div>
  )
}

export function TubeDeadline({ tube }: { readonly tube: Tube }) {
  const t = useTubeTexts()
  const formats = useFormats()
  if (tube.deadlineAt === null) {
    return (
      <Text size="sm" c="dimmed">
        {tube.collectedAt ? t('tube.noRule') : ''}
      </Text>
    )
  }
  return (
    <div style={{ textAlign: 'right' }}>
      <Countdown to={tube.deadlineAt} warnMinutes={90} />
      <Text size="sm" c="dimmed">
        {t('tube.before', {
          time: formats.shortDateTime(tube.deadlineAt),
          exam: tube.deciding?.examCode ?? '',
        })}
      </Text>
    </div>
  )
}
