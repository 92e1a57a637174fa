import { Button, Stack, Text } from '@mantine/core'
import { IconClipboardList, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../texts/formats.js'
import { Panel } from '../../../ui/layout/panel.js'
import { allotmentQuery } from '../allotment-query.js'
import { lastOrderQuery, openOrdersQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine } from './basket-line.js'
import classes from './compose.module.css'
import { draftPath } from './draft-path.js'
import { linesOfOrder } from './use-basket.js'

interface Props {
  readonly establishmentId: string
  readonly pharmacyId: string
  readonly careUnitId: string | undefined
  readonly onStart: (lines: readonly BasketLine[]) => void
}

/** An empty order begins from the allotment, from the last one, or from a draft left open. */
export function StartChoices({ establishmentId, pharmacyId, careUnitId, onStart }: Props) {
  const t = useOrderTexts()
  const formats = useFormats()
  const { data: allotment } = useQuery(allotmentQuery(pharmacyId, establishmentId, careUnitId))
  const { data: last } = useQuery(lastOrderQuery(establishmentId, pharmacyId, careUnitId))
  const { data: open } = useQuery(openOrdersQuery(establishmentId, pharmacyId))
  const drafts = open?.items.filter(({ state }) => state === 'draft') ?? []
  const fromAllotment = () =>
    onStart(
      allotment?.lines.map(({ product, maximumUnits }) => ({
        productId: product.id,
        denomination: product.denomination,
        storageClass: product.storageClass,
        isNarcotic: product.isNarcotic,
        units: maximumUnits,
      })) ?? [],
    )
  return (
    <Panel title={t('start.title')}>
      <div className={classes['starts']}>
        <Stack gap={4}>
          <Button
            size="md"
            variant="default"
            leftSection={<IconClipboardList size={20} aria-hidden />}
            onClick={fromAllotment}
            disabled={!allotment}
          >
            {t('start.allotment')}
          </Button>
          <Text size="sm" c="dimmed">
            {allotment
              ? t('start.allotmentHint', { count: allotment.lines.length })
              : allotment === null
                ? t('start.noAllotment')
                : '…'}
          </Text>
        </Stack>
        <Stack gap={4}>
          <Button
            size="md"
            variant="default"
            leftSection={<IconHistory size={20} aria-hidden />}
            onClick={() => last && onStart(linesOfOrder(last))}
            disabled={!last}
          >
            {t('start.last')}
          </Button>
          <Text size="sm" c="dimmed">
            {last
              ? t('start.lastHint', {
                  count: last.lineCount,
                  number: last.number,
                  date: formats.date(last.submittedAt ?? last.createdAt),
                })
              : last === null
                ? t('start.noLast')
                : '…'}
          </Text>
        </Stack>
      </div>
      {drafts.length > 0 ? (
        <div>
          <Text size="sm">{t('start.drafts')}</Text>
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                {/* Another draft is another page: its content replaces this one. */}
                <a href={draftPath(draft)}>{draft.number}</a>
                {' · '}
                {draft.careUnit?.name ?? ''} · {t('lines.count', { count: draft.lineCount })} ·{' '}
                {formats.shortDateTime(draft.createdAt)}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Text size="sm" c="dimmed">
        {t('start.orSearch')}
      </Text>
    </Panel>
  )
}
