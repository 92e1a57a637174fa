import { ActionIcon, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Hinted } from '../../../ui/hinted.js'
import { StorageMark } from '../../../ui/marks/storage-mark.js'
import { sayDone } from '../../../ui/say-done.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketLine, BasketProduct } from './basket-line.js'
import classes from './compose.module.css'
import { packsQuery } from './product-queries.js'
import { inPacks, parseQuantity } from './quantity.js'

interface Props {
  readonly label: string
  readonly lines: readonly BasketLine[]
  /** The last one added, to be seen at once. */
  readonly lastId: string | undefined
  /** What the server refused, by the place of its line. */
  readonly problems: ReadonlyMap<number, string>
  readonly maximum: (productId: string) => number | undefined
  readonly onUnits: (product: BasketProduct, units: number) => void
  readonly onPutBack: (line: BasketLine, index: number) => void
}

/** The lines of a basket: Enter goes down the quantities, zero takes a line out. */
export function BasketLines(props: Props) {
  const { label, lines, lastId, problems, maximum, onUnits, onPutBack } = props
  const t = useOrderTexts()
  const body = useRef<HTMLTableSectionElement>(null)
  const walk = (index: number) => {
    const fields = body.current?.querySelectorAll('input') ?? []
    const next = fields[index]
    if (next) next.select()
  }
  const change = (line: BasketLine, index: number, units: number) => {
    onUnits(line, units)
    if (units > 0) return
    sayDone(t('lines.removed', { product: line.denomination }), () => onPutBack(line, index))
  }
  return (
    <table className={classes['lines']} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('lines.product')}</th>
          <th scope="col" className={classes['amount']}>
            {t('lines.units')}
          </th>
          <th scope="col" className={classes['pack']}>
            {t('lines.packs')}
          </th>
          <th scope="col" className={classes['last']}>
            <span className="nv-visually-hidden">{t('lines.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {lines.map((line, index) => (
          <Line
            key={line.productId}
            line={line}
            isLast={line.productId === lastId}
            problem={problems.get(index)}
            maximum={maximum(line.productId)}
            onUnits={(units) => change(line, index, units)}
            onEnter={(step) => walk(index + step)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface LineProps {
  readonly line: BasketLine
  readonly isLast: boolean
  readonly problem: string | undefined
  readonly maximum: number | undefined
  readonly onUnits: (units: number) => void
  readonly onEnter: (step: number) => void
}

function Line({ line, isLast, problem, maximum, onUnits, onEnter }: LineProps) {
  const t = useOrderTexts()
  const { data: sizes = [] } = useQuery(packsQuery(line.productId))
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isLast) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isLast])
  const packs = inPacks(line.units, sizes)
  const inWords = packs
    ? t('lines.inPacks', { count: packs.packs, size: packs.size })
    : sizes.length > 0 && !sizes.includes(1)
      ? t('lines.notWhole')
      : ''
  const isAbove = maximum !== undefined && line.units > maximum
  return (
    <tr ref={row} className={problem ? classes['refused'] : undefined}>
      <td>
        <div>{line.denomination}</div>
        <div className={classes['marks']}>
          {line.isNarcotic ? <StorageMark of="narcotic" /> : null}
          {line.storageClass === 'ambient' ? null : <StorageMark of={line.storageClass} />}
          {maximum === undefined ? null : (
            <Text span size="sm" c={isAbove ? 'var(--nv-warn)' : 'dimmed'}>
              {isAbove
                ? `! ${t('lines.above', { n: maximum })}`
                : t('lines.maximum', { n: maximum })}
            </Text>
          )}
          {inWords ? (
            <Text span size="sm" c="dimmed" className={classes['packInline']}>
              {inWords}
            </Text>
          ) : null}
        </div>
        {problem ? (
          <Text size="sm" c="var(--nv-stop)" role="alert">
            ✕ {problem}
          </Text>
        ) : null}
      </td>
      <td className={classes['amount']}>
        <UnitsField
          label={t('lines.unitsOf', { product: line.denomination })}
          units={line.units}
          size={sizes[0]}
          onUnits={onUnits}
          onEnter={onEnter}
        />
      </td>
      <td className={classes['pack']}>{inWords}</td>
      <td className={classes['last']}>
        <Hinted label={t('lines.remove')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('lines.removeOf', { product: line.denomination })}
            onClick={() => onUnits(0)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Hinted>
      </td>
    </tr>
  )
}

interface FieldProps {
  readonly label: string
  readonly units: number
  readonly size: number | undefined
  readonly onUnits: (units: number) => void
  readonly onEnter: (step: number) => void
}

/** A quantity typed freely; it counts when it is left, or at Enter. */
function UnitsField({ label, units, size, onUnits, onEnter }: FieldProps) {
  const [typed, setTyped] = useState(String(units))
  useEffect(() => setTyped(String(units)), [units])
  const commit = () => {
    const next = parseQuantity(typed, size)
    if (next === undefined) setTyped(String(units))
    else if (next !== units) onUnits(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(String(units))
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const step = (size ?? 1) * (event.key === 'ArrowUp' ? 1 : -1)
      setTyped(String(Math.max(1, (parseQuantity(typed, size) ?? units) + step)))
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    commit()
    onEnter(event.shiftKey ? -1 : 1)
  }
  return (
    <TextInput
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={onKeyDown}
      autoComplete="off"
      inputMode="numeric"
      size="md"
      classNames={{ input: classes['number'] ?? '' }}
      rightSection={<span aria-hidden>u</span>}
      rightSectionWidth={24}
    />
  )
}
