import { useEffect, useRef } from 'react'
import { Code, groupedCip13 } from '../../../ui/marks/amounts.js'
import { StorageMark } from '../../../ui/marks/storage-mark.js'
import { useOrderTexts } from '../texts/index.js'
import classes from './compose.module.css'
import { type ProductHit, packSizes } from './product-queries.js'

type Hit = ProductHit & { readonly inn?: string; readonly matchedCode?: string | null }

interface Props {
  readonly id: string
  readonly isOpen: boolean
  readonly hits: readonly Hit[]
  readonly active: number
  readonly label: string
  readonly onChoose: (hit: Hit) => void
}

/** What the words typed may mean: name, storage, packs; the active one follows the arrows. */
export function HitList({ id, isOpen, hits, active, label, onChoose }: Props) {
  const t = useOrderTexts()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      className={classes['hits']}
      hidden={!isOpen}
    >
      {hits.map((hit, index) => {
        const sizes = packSizes(hit.presentations)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard drives the list from its field
          <div
            key={hit.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes['hit']}
            // Pressed, not clicked: the field keeps the focus until the quantity takes it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit)}
          >
            <span className={classes['hitName']}>{hit.denomination}</span>
            <span className={classes['hitFacts']}>
              {hit.isNarcotic ? <StorageMark of="narcotic" /> : null}
              {hit.storageClass === 'ambient' ? null : <StorageMark of={hit.storageClass} />}
              {hit.inn ? <span>{hit.inn}</span> : null}
              {hit.matchedCode ? <Code>{groupedCip13(hit.matchedCode)}</Code> : null}
              {sizes.length > 0 ? (
                <span>{t('entry.packsShort', { sizes: sizes.join(' · ') })}</span>
              ) : null}
            </span>
          </div>
        )
      })}
    </div>
  )
}
