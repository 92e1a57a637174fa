import { expect, test } from 'vitest'
import { readWhatChanges } from './live.js'

function listen() {
  const source = new EventTarget()
  const read: string[] = []
  readWhatChanges(source, {
    invalidateQueries: ({ queryKey } = {}) => {
      read.push(String(queryKey?.[0] ?? 'everything'))
      return Promise.resolve()
    },
  })
  const tell = (type: string, data?: object) => {
    source.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
    return read.splice(0)
  }
  return tell
}

test('a delivery that changes is read again with the runs that carry it', () => {
  const read = listen()('changed', { topic: 'deliveries', subjectId: '1' })
  expect(read[0]).toBe('deliveries')
  expect(read).toContain('runs')
})

test('a topic the screens do not know is read again alone', () => {
  expect(listen()('changed', { topic: 'novelties' })).toEqual(['novelties'])
})

test('what may have been missed is read again: when the server says so, and after a lost connection', () => {
  const tell = listen()
  expect(tell('open')).toEqual([])
  expect(tell('refresh')).toEqual(['everything'])
  expect(tell('open')).toEqual(['everything'])
})
