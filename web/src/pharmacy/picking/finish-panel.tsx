import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { REASON_CODES } from '../../../../src/orders/reasons.js'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import type { Reason } from '../orders/decisions.js'
import classes from './picking.module.css'
import { type Aside, type ShortLine, type Step, shortLinesOf } from './steps.js'
import { usePickingTexts } from './texts/index.js'

interface Props {
  readonly order: OrderView
  readonly steps: readonly Step[]
  readonly aside: Aside
  readonly onAgain: (stepKey: string) => void
}

interface Answer {
  readonly reason?: Reason
  readonly comment?: string
  readonly remainder?: 'backorder' | 'cancel'
}

/** The end: everything is there, or each shortage has its reason and what becomes of the rest. */
export function FinishPanel({ order, steps, aside, onAgain }: Props) {
  const t = usePickingTexts()
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const short = shortLinesOf(steps, aside).map((line) => ({ ...line, ...answers[line.lineId] }))
  const finish = useAct({
    act: () =>
      read(
        api.orders[':id']['finish-picking'].$post({
          param: { id: order.id },
          json: { shortages: short.flatMap(toShortage) },
        }),
      ),
    changes: ['orders', 'stock', 'today'],
    success: t('finish.done', { number: order.number }),
    quiet: true,
  })
  const lacks = short.some(
    ({ reason, comment }) => reason === undefined || (reason === 'other' && !comment.trim()),
  )
  const isNothing = order.lines.every(({ pickedUnits }) => pickedUnits === 0)
  return (
    <section className={classes['card']}>
      <Title order={1}>{t('finish.title')}</Title>
      <Text>{short.length === 0 ? t('finish.whole') : t('finish.short')}</Text>
      {finish.error ? <ProblemAlert error={finish.error} /> : null}
      {short.map((line) => (
        <Shortage
          key={line.lineId}
          line={line}
          remainder={line.remainder ?? 'backorder'}
          onAnswer={(answer) =>
            setAnswers((all) => ({ ...all, [line.lineId]: { ...all[line.lineId], ...answer } }))
          }
          onAgain={() => line.stepKeys.forEach(onAgain)}
        />
      ))}
      {lacks || isNothing ? (
        <Text c="var(--nv-warn)" role="status">
          <span aria-hidden>! </span>
          {isNothing ? t('finish.nothing') : t('finish.needReasons')}
        </Text>
      ) : null}
      <Group>
        <Button
          size="xl"
          disabled={lacks || isNothing}
          loading={finish.isPending}
          onClick={() => finish.mutate()}
        >
          {t('finish.submit')}
        </Button>
      </Group>
    </section>
  )
}

function toShortage({ lineId, reason, comment, remainder = 'backorder' }: ShortLine & Answer) {
  if (reason === undefined) return []
  const words = comment?.trim()
  return [{ lineId, reasonCode: reason, remainder, ...(words && { comment: words }) }]
}

interface ShortageProps {
  readonly line: ShortLine
  readonly remainder: 'backorder' | 'cancel'
  readonly onAnswer: (answer: Answer) => void
  readonly onAgain: () => void
}

function Shortage({ line, remainder, onAnswer, onAgain }: ShortageProps) {
  const t = usePickingTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return (
    <Stack
      gap="xs"
      component="fieldset"
      m={0}
      p="sm"
      style={{ border: '1px solid var(--nv-line)' }}
    >
      <Text component="legend" fw={600} px={4}>
        {line.denomination} · {t('finish.missing', { units: formats.number(line.missing) })}
      </Text>
      <ReasonChips
        codes={REASON_CODES}
        word={(code) => words.word('reason', code)}
        value={line.reason}
        onChange={(reason) => onAnswer({ reason })}
        comment={line.comment}
        onComment={(comment) => onAnswer({ comment })}
      />
      <Group gap="sm" justify="space-between">
        <SegmentedControl
          size="md"
          aria-label={t('finish.remainder')}
          value={remainder}
          onChange={(value) => onAnswer({ remainder: value === 'cancel' ? 'cancel' : 'backorder' })}
          data={[
            { value: 'backorder', label: t('finish.backorder') },
            { value: 'cancel', label: t('finish.cancel') },
          ]}
        />
        <Button variant="subtle" onClick={onAgain}>
          {t('finish.again')}
        </Button>
      </Group>
    </Stack>
  )
}
