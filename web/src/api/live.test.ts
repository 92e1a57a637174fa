import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readWhatChanges } from './live.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function listen() {
  const source = new EventTarget()
  const read: string[] = []
  const stop = readWhatChanges(source, {
    invalidateQueries: ({ queryKey } = {}) => {
      read.push(String(queryKey?.[0] ?? 'everything'))
      return Promise.resolve()
    },
  })
  const tell = (type: string, data?: object) =>
    source.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
  const readWithin = (ms: number) => {
    vi.advanceTimersByTime(ms)
    return read.splice(0)
  }
  return { tell, readWithin, stop }
}

test('a delivery that changes is read again at once, with the runs that carry it', () => {
  const { tell, readWithin } = listen()
  tell('changed', { topic: 'deliveries', subjectId: '1' })
  const read = readWithin(50)
  expect(read).toContain('deliveries')
  expect(read).toContain('runs')
})

test('a topic the screens do not know is read again alone', () => {
  const { tell, readWithin } = listen()
  tell('changed', { topic: 'novelties' })
  expect(readWithin(50)).toEqual(['novelties'])
})

test('many changes are read once a second, and the last of them is not forgotten', () => {
  const { tell, readWithin } = listen()
  const reads: number[] = []
  for (let n = 0; n < 100; n += 1) {
    tell('changed', { topic: 'novelties' })
    reads.push(readWithin(20).length)
  }
  expect(reads.filter((count) => count > 0)).toEqual([1, 1])
  expect(readWithin(1_000)).toEqual(['novelties'])
  expect(readWithin(60_000)).toEqual([])
})

test('what may have been missed is read again: when the server says so, and after a lost connection', () => {
  const { tell, readWithin } = listen()
  tell('open')
  expect(readWithin(0)).toEqual([])
  tell('refresh')
  expect(readWithin(0)).toEqual(['everything'])
  tell('open')
  expect(readWithin(0)).toEqual(['everything'])
})

test('a screen that is left reads nothing more', () => {
  const { tell, readWithin, stop } = listen()
  tell('changed', { topic: 'novelties' })
  stop()
  expect(readWithin(5_000)).toEqual([])
})
