import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

interface Change {
  readonly topic: string
  readonly subjectId: string
}

/** Resources that show another one: they are read again with it. */
const SHOWN_WITH: Readonly<Record<string, readonly string[]>> = {
  orders: ['deliveries', 'stock', 'today'],
  deliveries: ['orders', 'runs', 'discrepancies', 'stock', 'documents', 'today'],
  discrepancies: ['deliveries', 'orders', 'today'],
  documents: ['orders', 'deliveries', 'runs', 'specimen-shipments', 'statements'],
  runs: ['orders', 'deliveries', 'specimen-shipments', 'today'],
  'run-templates': ['runs'],
  'specimen-shipments': ['runs', 'custody-events', 'deadline-alarms', 'today'],
  'deadline-alarms': ['specimen-shipments', 'today'],
  periods: ['statements', 'charges', 'split', 'budgets'],
  statements: ['periods'],
  stock: ['products', 'today'],
  products: ['stock'],
  memberships: ['establishments', 'groupings'],
}

function parse(data: string): Change | undefined {
  const change: unknown = JSON.parse(data)
  if (typeof change !== 'object' || change === null) return undefined
  if (!('topic' in change) || typeof change.topic !== 'string') return undefined
  return { topic: change.topic, subjectId: 'subjectId' in change ? String(change.subjectId) : '' }
}

type Queries = Pick<QueryClient, 'invalidateQueries'>

/** One act tells of several resources, one after the other. */
const GATHERED_MS = 50
/** A thousand documents rendered in a minute must not make every screen ask a thousand times. */
const PAUSE_MS = 1_000

/**
 * Reads again what the server says has changed: a query's key begins with the name of its resource. A
 * change alone is read at once, many of them once a second. Answers how to stop.
 */
export function readWhatChanges(source: EventTarget, queries: Queries): () => void {
  const changed = new Set<string>()
  let readAt = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const readAgain = () => {
    timer = undefined
    readAt = performance.now()
    for (const root of changed) void queries.invalidateQueries({ queryKey: [root] })
    changed.clear()
  }
  source.addEventListener('changed', (event) => {
    const change = event instanceof MessageEvent ? parse(event.data) : undefined
    if (change === undefined) return
    for (const root of [change.topic, ...(SHOWN_WITH[change.topic] ?? [])]) changed.add(root)
    const pause = Math.max(GATHERED_MS, readAt + PAUSE_MS - performance.now())
    timer ??= setTimeout(readAgain, pause)
  })
  source.addEventListener('refresh', () => void queries.invalidateQueries())
  let isFirst = true
  source.addEventListener('open', () => {
    // What changed between two connections was told to nobody.
    if (!isFirst) void queries.invalidateQueries()
    isFirst = false
  })
  return () => clearTimeout(timer)
}

/** Listens to the server for as long as the frame is shown. */
export function useLiveUpdates(queries: QueryClient): void {
  useEffect(() => {
    const source = new EventSource('/api/v1/events')
    const stop = readWhatChanges(source, queries)
    return () => {
      source.close()
      stop()
    }
  }, [queries])
}
