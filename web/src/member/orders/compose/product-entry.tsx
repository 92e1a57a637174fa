import { Button, Loader, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBarcode, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWedge } from '../../../ui/scan/use-wedge.js'
import { useOrderTexts } from '../texts/index.js'
import type { BasketProduct } from './basket-line.js'
import classes from './compose.module.css'
import { HitList } from './hit-list.js'
import {
  LETTERS_MIN,
  type ProductHit,
  packSizes,
  productOf,
  productSearchQuery,
  rememberPacks,
  searchedCode,
} from './product-queries.js'
import { parseQuantity } from './quantity.js'

const PAUSE_MS = 120

interface Props {
  /** Units proposed for a product: what is already in the basket, the maximum of the allotment… */
  readonly proposed: (productId: string) => number | undefined
  readonly onAdd: (product: BasketProduct, units: number) => void
}

interface Chosen {
  readonly hit: ProductHit
  readonly sizes: readonly number[]
}

/** Three letters, arrows, Enter, quantity, Enter: the next product. A scan chooses at once. */
export function ProductEntry({ proposed, onAdd }: Props) {
  const t = useOrderTexts()
  const queries = useQueryClient()
  const listId = useId()
  const search = useRef<HTMLInputElement>(null)
  const quantity = useRef<HTMLInputElement>(null)
  const asking = useRef<Promise<Chosen | undefined>>(undefined)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState<Chosen>()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [settled] = useDebouncedValue(text.trim(), PAUSE_MS)
  const asked = chosen === undefined ? settled : ''
  const found = useQuery(productSearchQuery(asked))
  const hits = asked.length >= LETTERS_MIN ? (found.data?.items ?? []) : []

  const choose = (hit: ProductHit): Chosen => {
    rememberPacks(queries, hit)
    const next = { hit, sizes: packSizes(hit.presentations) }
    setChosen(next)
    setText(hit.denomination)
    setProblem(undefined)
    // A quantity typed while the answer was on its way is kept.
    if (quantity.current?.value === '') {
      setTyped(String(proposed(hit.id) ?? next.sizes[0] ?? ''))
      setTimeout(() => quantity.current?.select())
    }
    return next
  }
  /** The quantity takes the keys at once; what was asked for is settled when the answer comes. */
  const chooseFrom = (words: string, hit?: ProductHit, index = 0) => {
    quantity.current?.focus()
    if (hit) {
      asking.current = Promise.resolve(choose(hit))
      return
    }
    asking.current = queries.fetchQuery(productSearchQuery(words)).then(({ items }) => {
      const first = items[index] ?? items[0]
      if (first) return choose(first)
      search.current?.focus()
      setProblem(t('entry.nothing', { text: words }))
      return undefined
    })
    asking.current.catch(() => setProblem(t('entry.unreachable')))
  }
  const reset = () => {
    asking.current = undefined
    setChosen(undefined)
    setText('')
    setTyped('')
    setActive(0)
    setProblem(undefined)
    search.current?.focus()
  }
  const add = async () => {
    const product = chosen ?? (await asking.current?.catch(() => undefined))
    if (product === undefined) return
    const units = parseQuantity(quantity.current?.value ?? '', product.sizes[0])
    if (units === undefined || units === 0) {
      setProblem(t('entry.badQuantity'))
      return
    }
    onAdd(productOf(product.hit), units)
    reset()
  }
  useWedge({
    onScan: (code) => chooseFrom(searchedCode(code)),
    isArmed: true,
    own: search,
  })

  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => Math.max(0, Math.min(hits.length - 1, now + step)))
    }
    if (event.key === 'Escape') reset()
    if (event.key !== 'Enter') return
    event.preventDefault()
    const words = text.trim()
    if (words.length < LETTERS_MIN) return
    const hit = words === asked ? hits[active] : undefined
    if (hit) chooseFrom(words, hit)
    else chooseFrom(searchedCode(words), undefined, words === asked ? active : 0)
  }
  const onQuantityKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') reset()
    if (event.key === 'Enter') {
      event.preventDefault()
      void add()
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const size = chosen?.sizes[0] ?? 1
    const now = parseQuantity(typed, size) ?? 0
    setTyped(String(Math.max(0, now + (event.key === 'ArrowUp' ? size : -size))))
  }

  const isOpen = chosen === undefined && hits.length > 0
  return (
    <div className={classes['entry']}>
      <div className={classes['search']}>
        <TextInput
          ref={search}
          label={t('entry.product')}
          placeholder={t('entry.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen(undefined)
            setTyped('')
            setActive(0)
            setProblem(undefined)
          }}
          onKeyDown={onSearchKey}
          leftSection={<IconBarcode size={18} aria-hidden />}
          rightSection={found.isFetching && asked ? <Loader size={16} /> : null}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          size="md"
          data-autofocus
        />
        <HitList
          id={listId}
          isOpen={isOpen}
          hits={hits}
          active={active}
          label={t('entry.results')}
          onChoose={(hit) => chooseFrom('', hit)}
        />
      </div>
      <TextInput
        ref={quantity}
        label={t('entry.quantity')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setProblem(undefined)
        }}
        onKeyDown={onQuantityKey}
        inputMode="text"
        autoComplete="off"
        size="md"
        classNames={{ input: classes['number'] ?? '' }}
        w={110}
      />
      <Button
        size="md"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => void add()}
        disabled={chosen === undefined}
      >
        {t('entry.add')}
      </Button>
      <div className={classes['hint']} role="status">
        {problem ? (
          <Text span c="var(--nv-stop)" size="sm">
            ✕ {problem}
          </Text>
        ) : (
          <Text span c="dimmed" size="sm">
            {chosen === undefined
              ? asked.length >= LETTERS_MIN && found.isSuccess && hits.length === 0
                ? t('entry.nothing', { text: asked })
                : t('entry.how')
              : chosen.sizes.length > 0
                ? t('entry.packs', { sizes: chosen.sizes.join(' · '), size: chosen.sizes[0] ?? 1 })
                : t('entry.noPack')}
          </Text>
        )}
      </div>
    </div>
  )
}
