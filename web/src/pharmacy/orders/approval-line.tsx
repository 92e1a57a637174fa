import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { REASON_CODES } from '../../../../src/orders/reasons.js'
import type { SupplyLine } from '../../../../src/orders/supply-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { ReasonChips } from '../../ui/form/reason-chips.js'
import { Units } from '../../ui/marks/amounts.js'
import { ApprovedUnits } from './approved-units.js'
import { Coverage } from './coverage.js'
import { approvedOf, type Decision, firstUnits, isReduced, type Line } from './decisions.js'
import classes from './orders.module.css'
import { ProductName } from './product-name.js'
import { useOrdersTexts } from './texts/index.js'
import { WhyNotMore } from './why-not-more.js'

interface Props {
  readonly line: Line
  /** Undefined until the server has said what there is. */
  readonly supply: SupplyLine | undefined
  readonly decision: Decision | undefined
  readonly onDecide: (change: Decision) => void
}

export function ApprovalLine({ line, supply, decision, onDecide }: Props) {
  const t = useOrdersTexts()
  const formats = useFormats()
  const given = supplied(supply, decision)
  const approved = approvedOf(line, decision)
  const isShort = given !== undefined && given.usableUnits < line.orderedUnits
  return (
    <li className={`${classes['line']} ${isShort ? classes['short'] : ''}`}>
      <div className={`${classes['cell']} ${classes['product']}`}>
        <ProductName product={line.product} />
        <Substitution {...{ line, supply, decision, onDecide }} />
        {given === supply && supply ? <LotsToGo lots={firstUnits(supply.lots, approved)} /> : null}
      </div>
      <Cell label={t('lines.ordered')}>
        <Units of={line.orderedUnits} />
      </Cell>
      <Cell label={t('lines.approved')}>
        <ApprovedUnits line={line} approved={approved} onDecide={onDecide} />
      </Cell>
      <Cell label={t('approval.available')}>
        {given === undefined ? '…' : <Units of={given.usableUnits} />}
        {isShort && given && given.usableUnits > 0 && approved > given.usableUnits ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onDecide({ units: given.usableUnits, reason: 'stock-short' })}
          >
            {t('approval.reduce', { units: formats.number(given.usableUnits) })}
          </Button>
        ) : null}
      </Cell>
      <Cell label={t('approval.coverage')}>
        {given === undefined ? '…' : <Coverage supply={given} approved={approved} />}
      </Cell>
      {isShort && given === supply && supply ? (
        <div className={classes['wide']}>
          <WhyNotMore
            asked={line.orderedUnits}
            given={Math.min(supply.usableUnits, line.orderedUnits)}
            explanation={supply.explanation}
          />
        </div>
      ) : null}
      {isReduced(line, decision) ? <WhyLess decision={decision} onDecide={onDecide} /> : null}
    </li>
  )
}

/** What there is of the product that will be supplied. */
const supplied = (supply: SupplyLine | undefined, decision: Decision | undefined) =>
  supply?.substitutes.find(({ productId }) => productId === decision?.productId) ?? supply

function Cell({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes['cell']}>
      <div className={classes['label']}>{label}</div>
      <Stack gap={4} align="flex-start">
        {children}
      </Stack>
    </div>
  )
}

function WhyLess({ decision, onDecide }: Pick<Props, 'decision' | 'onDecide'>) {
  const words = useVocabulary()
  return (
    <div className={classes['wide']}>
      <ReasonChips
        codes={REASON_CODES}
        word={(code) => words.word('reason', code)}
        value={decision?.reason}
        onChange={(reason) => onDecide({ reason })}
        {...(decision?.reason === 'other' && {
          comment: decision.comment ?? '',
          onComment: (comment: string) => onDecide({ comment }),
        })}
      />
    </div>
  )
}

function Substitution({ line, supply, decision, onDecide }: Props) {
  const t = useOrdersTexts()
  const formats = useFormats()
  if (supply === undefined || supply.substitutes.length === 0) return null
  const asAsked = {
    value: line.product.id,
    label: t('approval.asAsked', { name: line.product.denomination }),
  }
  const others = supply.substitutes.map(({ productId, denomination, usableUnits, refusal }) => ({
    value: productId,
    label:
      refusal === null
        ? t('approval.substitute', { name: denomination, units: formats.number(usableUnits) })
        : `${denomination} (${t('approval.cannot')})`,
    disabled: refusal !== null,
  }))
  return (
    <Select
      label={t('approval.instead')}
      data={[asAsked, ...others]}
      value={decision?.productId ?? line.product.id}
      onChange={(productId) => onDecide({ productId: productId ?? undefined })}
      allowDeselect={false}
      maw={420}
      mt={6}
    />
  )
}

function LotsToGo({ lots }: { readonly lots: SupplyLine['lots'] }) {
  const t = useOrdersTexts()
  const formats = useFormats()
  if (lots.length === 0) return null
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c="dimmed">
        {t('approval.expiry')}
        {'\u00a0:'}
      </Text>
      {lots.map(({ lotId, lotNumber, expiresOn, units }) => (
        <Text key={lotId} size="sm">
          <span className="nv-code">{lotNumber}</span>{' '}
          {t('lines.until', { day: formats.day(expiresOn) })} ({formats.number(units)}
          {'\u00a0'}u)
        </Text>
      ))}
    </Group>
  )
}
