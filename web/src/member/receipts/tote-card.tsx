import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconChecks, IconPackageOff } from '@tabler/icons-react'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import type { DeliveryLine, Tote } from './delivery-queries.js'
import { LotRow } from './lot-row.js'
import { allConform, isAnswered, type ReceiptDraft, stateOf, withAnswer } from './receipt-draft.js'
import { useReceiptTexts } from './texts/index.js'
import { ToteEvidence } from './tote-evidence.js'

interface Props {
  /** None for what travels without a tote. */
  readonly tote: Tote | undefined
  readonly lines: readonly DeliveryLine[]
  readonly draft: ReceiptDraft
  readonly change: (update: (draft: ReceiptDraft) => ReceiptDraft) => void
}

/** One tote: first whether it is there, then its lots. */
export function ToteCard({ tote, lines, draft, change }: Props) {
  const t = useReceiptTexts()
  const isHere = tote === undefined || draft.totes.includes(tote.code)
  const answered = lines.filter((line) => isAnswered(stateOf(line, draft.answers[line.id])))
  const isDone = answered.length === lines.length
  const isAbsent =
    !isHere && isDone && lines.every(({ id }) => (draft.answers[id]?.accepted ?? 0) === 0)
  const present = () => tote && change((now) => ({ ...now, totes: [...now.totes, tote.code] }))
  const absent = () =>
    change((now) =>
      lines.reduce(
        (next, { id, shippedUnits }) =>
          withAnswer(next, id, {
            accepted: 0,
            refused: 0,
            missing: shippedUnits,
            reason: 'other',
            comment: t('tote.absentComment', { code: tote?.code ?? '' }),
          }),
        now,
      ),
    )
  return (
    <Panel
      title={tote ? t('tote.title', { code: tote.code }) : t('tote.loose')}
      aside={
        <Group gap="xs">
          {tote ? <StorageMark of={tote.storageClass} /> : null}
          {isAbsent ? (
            <StateBadge tone="stop">{t('tote.absent')}</StateBadge>
          ) : isDone ? (
            <StateBadge tone="ok">{t('tote.done')}</StateBadge>
          ) : isHere ? (
            <StateBadge tone="info">
              {t('tote.progress', { done: answered.length, all: lines.length })}
            </StateBadge>
          ) : (
            <StateBadge tone="neutral">{t('tote.toScan')}</StateBadge>
          )}
        </Group>
      }
    >
      {tote ? (
        <Group gap="lg">
          {tote.sealNumber ? (
            <Text size="sm">
              {t('tote.seal')} <Code>{tote.sealNumber}</Code>
            </Text>
          ) : null}
          <ToteEvidence tote={tote} />
        </Group>
      ) : null}
      {isHere ? (
        <Stack gap="sm">
          <div>
            {lines.map((line) => (
              <LotRow
                key={line.id}
                line={line}
                answer={draft.answers[line.id]}
                onAnswer={(answer) => change((now) => withAnswer(now, line.id, answer))}
              />
            ))}
          </div>
          {isDone ? null : (
            <Button
              variant="light"
              size="md"
              leftSection={<IconChecks size={20} aria-hidden />}
              onClick={() =>
                change((now) =>
                  allConform(
                    now,
                    lines.filter((line) => !isAnswered(stateOf(line, now.answers[line.id]))),
                  ),
                )
              }
              style={{ alignSelf: 'flex-start' }}
            >
              {answered.length === 0 ? t('tote.allConform') : t('tote.restConform')}
            </Button>
          )}
        </Stack>
      ) : (
        <Group gap="sm">
          <Text size="sm" c="dimmed" flex={1} miw={200}>
            {isAbsent ? t('tote.absentHint') : t('tote.scanFirst', { count: lines.length })}
          </Text>
          <Button
            variant="default"
            size="md"
            leftSection={<IconCheck size={18} aria-hidden />}
            onClick={present}
          >
            {t('tote.present')}
          </Button>
          {isAbsent ? null : (
            <Button
              variant="subtle"
              color="gray"
              size="md"
              leftSection={<IconPackageOff size={18} aria-hidden />}
              onClick={absent}
            >
              {t('tote.markAbsent')}
            </Button>
          )}
        </Group>
      )}
    </Panel>
  )
}
