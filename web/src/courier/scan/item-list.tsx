import { IconSignature } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormats } from '../../texts/formats.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useUiTexts } from '../../ui/texts.js'
import type { Item } from '../offline/local-run.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { DeadlineBar } from './deadline-bar.js'
import classes from './scan.module.css'

interface Props {
  readonly items: readonly Item[]
  readonly isDone: (item: Item) => boolean
  /** What a done line says: «remis à 10:42». */
  readonly doneLine: (item: Item) => string
  readonly onOpen: (item: Item) => void
}

/** What is to be done here, container by container; a tap opens what else can be done with it. */
export function ItemList({ items, isDone, doneLine, onOpen }: Props) {
  return (
    <ul className={classes['items']}>
      {items.map((item) => (
        <li key={item.code}>
          <button
            type="button"
            className={classes['item']}
            data-urgent={item.isUrgent || undefined}
            data-done={isDone(item) || undefined}
            onClick={() => onOpen(item)}
          >
            <span className={classes['box']} data-done={isDone(item) || undefined} aria-hidden>
              {isDone(item) ? '✓' : '▢'}
            </span>
            <span className={classes['itemBody']}>
              <span className={`nv-code ${classes['itemCode']}`}>{item.code}</span>
              <More item={item}>{isDone(item) ? doneLine(item) : null}</More>
              {isDone(item) || item.deadlineAt === null ? null : (
                <DeadlineBar to={item.deadlineAt} />
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function More({ item, children }: { readonly item: Item; readonly children: ReactNode }) {
  const texts = useCourierTexts()
  const ui = useUiTexts()
  const formats = useFormats()
  const { temperatureClass, sealNumber, loggerId, isUrgent, hasNarcotics, deadlineAt } = item
  return (
    <span className={classes['itemMore']}>
      {children ? <span>{children}</span> : null}
      {isUrgent ? <strong style={{ color: 'var(--nv-stop)' }}>{ui('urgent')}</strong> : null}
      {temperatureClass === null ? null : <StorageMark of={temperatureClass} />}
      {hasNarcotics ? (
        <>
          <StorageMark of="narcotic" />
          <IconSignature size={22} aria-hidden />
        </>
      ) : null}
      {sealNumber === null ? null : <span>{texts('stop.seal', { number: sealNumber })}</span>}
      {loggerId === null ? null : <span>{texts('stop.logger', { id: loggerId })}</span>}
      {deadlineAt === null ? null : (
        <span>{texts('stop.to', { time: formats.time(deadlineAt) })}</span>
      )}
    </span>
  )
}
