import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { inBatches } from './allocate-batches.js'

/** A call that answers when told to, and remembers what it was asked. */
function heldCalls() {
  const calls: { asks: readonly number[]; end: (failure?: Error) => void }[] = []
  const call = (asks: readonly number[]) =>
    new Promise<(place: number) => string>((answer, fail) => {
      const end = (failure?: Error) =>
        failure ? fail(failure) : answer((place) => `answer to ${asks[place]}`)
      calls.push({ asks, end })
    })
  return { calls, call }
}

const settled = () => new Promise((resume) => setImmediate(resume))

describe('asks in batches', () => {
  test('leave at once, and share a call only behind those under way', async () => {
    const { calls, call } = heldCalls()
    const ask = inBatches({ asksMax: 3, callsMax: 2, fits: () => true, call })
    const answers = [1, 2, 3, 4, 5, 6].map(ask)
    expect(calls.map(({ asks }) => asks)).toEqual([[1], [2]])
    calls[0]?.end()
    await settled()
    expect(calls.map(({ asks }) => asks)).toEqual([[1], [2], [3, 4, 5]])
    for (const i of [1, 2]) calls[i]?.end()
    await settled()
    calls[3]?.end()
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `answer to ${n}`))
  })

  test('fail with their own call alone', async () => {
    const { calls, call } = heldCalls()
    const ask = inBatches({ asksMax: 3, callsMax: 1, fits: () => true, call })
    const [first, second] = [ask(1), ask(2)]
    calls[0]?.end(new Error('lost'))
    await expect(first).rejects.toThrow('lost')
    await settled()
    calls[1]?.end()
    expect(await second).toBe('answer to 2')
  })

  test.prop([fc.array(fc.nat({ max: 5 }), { maxLength: 40 })])(
    'are each answered once, and never beside one they do not fit',
    async (asked) => {
      const shared: (readonly number[])[] = []
      let underWay = 0
      let most = 0
      const ask = inBatches<number, number>({
        asksMax: 4,
        callsMax: 2,
        fits: (one, other) => one !== other,
        call: async (asks) => {
          shared.push(asks)
          underWay += 1
          most = Math.max(most, underWay)
          await settled()
          underWay -= 1
          return (place) => (asks[place] ?? 0) * 10
        },
      })
      expect(await Promise.all(asked.map(ask))).toEqual(asked.map((n) => n * 10))
      expect(shared.flat().toSorted()).toEqual(asked.toSorted())
      for (const asks of shared) expect(new Set(asks).size).toBe(asks.length)
      expect(Math.max(0, ...shared.map(({ length }) => length))).toBeLessThanOrEqual(4)
      expect(most).toBeLessThanOrEqual(2)
    },
  )
})
