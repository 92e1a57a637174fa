import { Button, Stack, Switch, Text, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useFormats } from '../../../texts/formats.js'
import { Panel } from '../../../ui/layout/panel.js'
import { Countdown } from '../../../ui/marks/countdown.js'
import { ProblemAlert } from '../../../ui/state/problem-alert.js'
import { passagesQuery } from '../../parts/passages.js'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import type { Basket } from './use-basket.js'
import { NotSaved, type Submit } from './use-submit.js'

interface Props {
  readonly establishmentId: string
  readonly pharmacyId: string
  readonly baskets: readonly Basket[]
  readonly comment: string
  readonly isNominative: boolean
  readonly isUrgent: boolean
  readonly canChooseUrgent: boolean
  readonly onComment: (comment: string) => void
  readonly onUrgent: (isUrgent: boolean) => void
  readonly submit: Submit
}

/** When it leaves and when it comes, what is said to the pharmacy, and the one button that sends. */
export function OrderSummaryCard(props: Props) {
  const { baskets, isNominative, isUrgent, canChooseUrgent, onUrgent, submit } = props
  const t = useOrderTexts()
  const lineCount = baskets.reduce((sum, { lines }) => sum + lines.length, 0)
  const isStopped = baskets.some(({ draft }) => draft.status === 'conflict')
  const send = (
    <Button
      size="md"
      leftSection={<IconSend size={18} aria-hidden />}
      disabled={lineCount === 0 || isStopped}
      loading={submit.isPending}
      onClick={() => submit.mutate()}
    >
      {t('send.button')}
    </Button>
  )
  return (
    <>
      <div className={classes['aside']}>
        <Panel title={t('send.title')}>
          <Stack gap="sm">
            <NextRun establishmentId={props.establishmentId} pharmacyId={props.pharmacyId} />
            <Text fw={600}>{t('lines.count', { count: lineCount })}</Text>
            <Switch
              label={t('send.urgent')}
              checked={isUrgent}
              disabled={!canChooseUrgent}
              onChange={(event) => onUrgent(event.currentTarget.checked)}
              size="md"
            />
            <CommentField
              comment={props.comment}
              isNominative={isNominative}
              onComment={props.onComment}
            />
            {submit.error && !(submit.error instanceof NotSaved) ? (
              <ProblemAlert error={submit.error} />
            ) : null}
            {submit.error instanceof NotSaved ? (
              <Text c="var(--nv-stop)" role="alert">
                ✕ {t('send.notSaved')}
              </Text>
            ) : null}
            <div className={classes['inAside']}>{send}</div>
          </Stack>
        </Panel>
      </div>
      <div className={classes['bar']}>
        <Text fw={600}>{t('lines.count', { count: lineCount })}</Text>
        {send}
      </div>
    </>
  )
}

function NextRun({ establishmentId, pharmacyId }: Pick<Props, 'establishmentId' | 'pharmacyId'>) {
  const t = useOrderTexts()
  const formats = useFormats()
  const { data } = useQuery(passagesQuery(pharmacyId, establishmentId, 'delivers'))
  if (data === undefined) return null
  const [next] = data
  if (next === undefined) return <Text c="dimmed">{t('send.noRun')}</Text>
  return (
    <div>
      <Text>
        {t('send.before', {
          cutoff: formats.time(next.cutoffAt),
          day: formats.dateOfWeek(next.cutoffAt),
          departure: formats.time(next.departsAt),
        })}
      </Text>
      <Countdown to={next.cutoffAt} />
      <Text size="sm" c="dimmed">
        {t('send.expected', {
          day: formats.dateOfWeek(next.plannedAt),
          time: formats.time(next.plannedAt),
          point: next.point,
        })}
      </Text>
    </div>
  )
}

/** Typed freely, kept when it is left. */
function CommentField({
  comment,
  isNominative,
  onComment,
}: Pick<Props, 'comment' | 'isNominative' | 'onComment'>) {
  const t = useOrderTexts()
  const [typed, setTyped] = useState(comment)
  useEffect(() => setTyped(comment), [comment])
  return (
    <Textarea
      label={t(isNominative ? 'send.reference' : 'send.comment')}
      description={isNominative ? t('send.referenceHint') : undefined}
      value={typed}
      maxLength={500}
      autosize
      minRows={2}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== comment && onComment(typed)}
    />
  )
}
