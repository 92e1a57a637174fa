import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { FoundItem } from '../../../../src/finding/schema.js'
import { api, read } from '../../api/client.js'
import { type Session, useSession } from '../../api/session.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { spaceAt, spacesOf } from '../spaces.js'
import { useFrameTexts } from '../texts.js'
import classes from './frame.module.css'
import { palette } from './palette-store.js'
import { whereFound } from './where-found.js'

const PAUSE_MS = 180
const LENGTH_MIN = 2

const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: () => read(api.search.$get({ query: { q } })),
    enabled: q.length >= LENGTH_MIN,
    placeholderData: keepPreviousData,
  })

interface Props {
  /** How many times it was asked for: once more opens it again, and leaves what is being typed in it. */
  readonly asked: number
}

/** Everything by its number, code or name, and every page by its word; a scan opens what was scanned. */
export function Palette({ asked }: Props) {
  const texts = useFrameTexts()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const { data, isFetching } = useQuery(searchQuery(q))
  const pages = usePageActions()
  const found = useFoundActions(q.length >= LENGTH_MIN ? (data?.items ?? []) : [])
  useEffect(() => {
    if (asked > 0) palette.open()
  }, [asked])
  const wanted = typed.trim().toLocaleLowerCase()
  const actions = [
    ...found,
    ...pages.filter(({ label = '', description = '' }) =>
      `${label} ${description}`.toLocaleLowerCase().includes(wanted),
    ),
  ]
  return (
    <Spotlight.Root
      store={palette.store}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={480}
      classNames={{ action: classes['found'] ?? '' }}
      attributes={{ content: { 'aria-label': texts('search') } }}
    >
      <Spotlight.Search placeholder={texts('searchHint')} aria-label={texts('search')} />
      <Spotlight.ActionsList>
        {actions.map(({ id, label, description, leftSection, onClick }) => (
          <Spotlight.Action
            key={id}
            label={label}
            description={description}
            leftSection={leftSection}
            onClick={onClick}
          />
        ))}
        {actions.length === 0 && !isFetching ? (
          <Spotlight.Empty>
            {texts(wanted.length < LENGTH_MIN ? 'searchShort' : 'searchNothing')}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function usePageActions(): SpotlightActionData[] {
  const texts = useFrameTexts()
  const navigate = useNavigate()
  return spacesOf(useSession()).flatMap((space) => {
    const name = texts.word('spaces', space.id)
    const sections = space.sections.map((section) => ({
      id: section.path,
      label: texts.word('sections', section.id),
      description: name,
      leftSection: <section.icon key="icon" size={20} aria-hidden />,
      onClick: () => void navigate({ to: section.path }),
    }))
    if (sections.length > 0) return sections
    return [
      {
        id: space.path,
        label: name,
        description: '',
        leftSection: <space.icon key="icon" size={20} aria-hidden />,
        onClick: () => void navigate({ to: space.path }),
      },
    ]
  })
}

function useFoundActions(items: readonly FoundItem[]): SpotlightActionData[] {
  const texts = useFrameTexts()
  const formats = useFormats()
  const navigate = useNavigate()
  const session: Session = useSession()
  const here = useRouterState({ select: (state) => spaceAt(state.location.pathname) })
  const stateWord = useStateWords()
  return items.flatMap((item) => {
    const target = whereFound(item, session, here)
    if (target === undefined) return []
    const parts = [
      texts.word('found', item.kind),
      item.subtitle,
      item.state === null ? '' : stateWord(item.kind, item.state),
      item.day === null ? '' : formats.day(item.day),
    ]
    return [
      {
        id: `${item.kind} ${item.id}`,
        label: item.title,
        description: parts.filter((part) => part !== '').join(' · '),
        onClick: () => void navigate(target),
      },
    ]
  })
}

const STATE_GROUPS: Readonly<Record<string, string>> = {
  order: 'orderState',
  delivery: 'deliveryState',
  tote: 'deliveryState',
  shipment: 'shipmentState',
  tube: 'tubeState',
  run: 'runState',
  lot: 'lotState',
}

function useStateWords(): (kind: string, state: string) => string {
  const words = useVocabulary()
  return (kind, state) => {
    const group = STATE_GROUPS[kind]
    return group === undefined ? '' : words.word(group, state)
  }
}
