import { Text } from '@mantine/core'
import { IconClipboardList, IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../../texts/formats.js'
import { Panel } from '../../../ui/layout/panel.js'
import { allotmentQuery } from '../allotment-query.js'
import { lastOrderQuery } from '../order-queries.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine } from './basket-line.js'
import classes from './compose.module.css'
import { OpenDrafts } from './open-drafts.js'
import { StartChoice } from './start-choice.js'
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
        <StartChoice
          icon={<IconClipboardList size={20} aria-hidden />}
          verb={t('start.allotment')}
          isPossible={Boolean(allotment)}
          onChoose={fromAllotment}
        >
          {allotment
            ? t('start.allotmentHint', { count: allotment.lines.length })
            : allotment === null
              ? t('start.noAllotment')
              : '…'}
        </StartChoice>
        <StartChoice
          icon={<IconHistory size={20} aria-hidden />}
          verb={t('start.last')}
          isPossible={Boolean(last)}
          onChoose={() => last && onStart(linesOfOrder(last))}
        >
          {last
            ? t('start.lastHint', {
                count: last.lineCount,
                number: last.number,
                date: formats.date(last.submittedAt ?? last.createdAt),
              })
            : last === null
              ? t('start.noLast')
              : '…'}
        </StartChoice>
      </div>
      <OpenDrafts establishmentId={establishmentId} pharmacyId={pharmacyId} />
      <Text size="sm" c="dimmed">
        {t('start.orSearch')}
      </Text>
    </Panel>
  )
}
