import { Select, Text } from '@mantine/core'
import { useVocabulary } from '../../../texts/vocabulary.js'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import { ORDER_KINDS, type OrderKind } from './draft-calls.js'
import type { Place } from './start-of.js'

interface Props {
  readonly careUnits: readonly Place[]
  readonly points: readonly Place[]
  readonly careUnitId: string | undefined
  readonly deliveryPointId: string
  readonly kind: OrderKind
  readonly onHead: (next: { careUnitId?: string; kind?: OrderKind }) => void
  readonly onPoint: (id: string) => void
}

const optionsOf = (places: readonly Place[]) =>
  places.map(({ id, name }) => ({ value: id, label: name }))

/** For which unit, where to, and what kind of order: remembered from one order to the next. */
export function OrderHead(props: Props) {
  const { careUnits, points, careUnitId, deliveryPointId, kind, onHead, onPoint } = props
  const t = useOrderTexts()
  const words = useVocabulary()
  return (
    <div>
      <div className={classes['head']}>
        <Select
          label={t('head.unit')}
          data={optionsOf(careUnits)}
          value={careUnitId ?? null}
          onChange={(id) => id && onHead({ careUnitId: id })}
          allowDeselect={false}
          size="md"
          disabled={careUnits.length === 0}
          placeholder={t('head.noUnit')}
        />
        <Select
          label={t('head.point')}
          data={optionsOf(points)}
          value={deliveryPointId}
          onChange={(id) => id && onPoint(id)}
          allowDeselect={false}
          size="md"
        />
        <Select
          label={t('head.kind')}
          data={ORDER_KINDS.map((value) => ({ value, label: words.word('orderKind', value) }))}
          value={kind}
          onChange={(value) => {
            const chosen = ORDER_KINDS.find((each) => each === value)
            if (chosen) onHead({ kind: chosen })
          }}
          allowDeselect={false}
          size="md"
        />
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {t.word('kindHelp', kind)}
      </Text>
    </div>
  )
}
