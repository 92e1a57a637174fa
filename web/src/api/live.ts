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
  periods: ['statements', 'charges', 'split'],
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

/** Reads again what the server says has changed: a query's key begins with the name of its resource. */
export function readWhatChanges(source: EventTarget, queries: Queries): void {
  const readAgain = (roots: readonly string[]) => {
    for (const root of roots) void queries.invalidateQueries({ queryKey: [root] })
  }
  source.addEventListener('changed', (event) => {
    const change = event instanceof MessageEvent ? parse(event.data) : undefined
    if (change) readAgain([change.topic, ...(SHOWN_WITH[change.topic] ?? [])])
  })
  source.addEventListener('refresh', () => void queries.invalidateQueries())
  let isFirst = true
  source.addEventListener('open', () => {
    // What changed between two connections was told to nobody.
    if (!isFirst) void queries.invalidateQueries()
    isFirst = false
  })
}

export function useLiveUpdates(queries: QueryClient): void {
  useEffect(() => {
    const source = new EventSource('/api/v1/events')
    readWhatChanges(source, queries)
    return () => source.close()
  }, [queries])
}
