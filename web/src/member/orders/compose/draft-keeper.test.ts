import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem, NetworkProblem } from '../../../api/problem.js'
import { type DraftContent, DraftKeeper, type SavedDraft } from './draft-keeper.js'

const content = (...units: number[]): DraftContent => ({
  lines: units.map((each, i) => ({
    productId: `P${i}`,
    denomination: `Produit ${i}`,
    storageClass: 'ambient',
    isNarcotic: false,
    units: each,
  })),
  deliveryPointId: 'quai',
  priority: 'normal',
  comment: '',
})

function server() {
  let version = 0
  const answer = (): Promise<SavedDraft> => {
    version += 1
    return Promise.resolve({ id: 'D', number: 'C-2026-1', version })
  }
  return { create: vi.fn(answer), edit: vi.fn(answer), discard: vi.fn(() => Promise.resolve()) }
}

describe('a draft kept while it is typed', () => {
  test('is created once, then edited with the version that was read', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    keeper.change(content(1))
    keeper.change(content(1, 2))
    await keeper.flush()
    keeper.change(content(1, 2, 3))
    await keeper.flush()
    expect(calls.create).toHaveBeenCalledExactlyOnceWith(content(1, 2), expect.any(String))
    expect(calls.edit).toHaveBeenCalledExactlyOnceWith(
      { id: 'D', number: 'C-2026-1', version: 1 },
      content(1, 2, 3),
    )
    expect(keeper.state()).toMatchObject({ status: 'saved', saved: { version: 2 } })
  })

  test('stops when somebody else saved it, until the person chooses', async () => {
    const calls = server()
    const keeper = new DraftKeeper(
      calls,
      { id: 'D', number: 'C-2026-1', version: 1 },
      { pauseMs: 0 },
    )
    calls.edit.mockRejectedValueOnce(new ApiProblem({ status: 412, code: 'precondition-failed' }))
    keeper.change(content(4))
    expect(await keeper.flush()).toBeUndefined()
    keeper.change(content(5))
    await keeper.flush()
    expect(keeper.state().status).toBe('conflict')
    expect(calls.edit).toHaveBeenCalledOnce()
    keeper.replace({ id: 'D', number: 'C-2026-1', version: 7 }, content(5))
    await keeper.flush()
    expect(calls.edit).toHaveBeenLastCalledWith(
      { id: 'D', number: 'C-2026-1', version: 7 },
      content(5),
    )
  })

  test('is given up when its last line is taken out', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    keeper.change(content(1))
    await keeper.flush()
    keeper.change(content())
    expect(await keeper.flush()).toBeUndefined()
    expect(calls.discard).toHaveBeenCalledOnce()
    expect(keeper.state().saved).toBeUndefined()
  })
})

describe('a draft that could not be saved', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function away() {
    const backs = new Set<() => void>()
    const whenBack = (back: () => void) => {
      backs.add(back)
      return () => void backs.delete(back)
    }
    return { backs, options: { pauseMs: 0, whenBack } }
  }
  const lost = () => Promise.reject(new NetworkProblem())
  const signedOut = () => Promise.reject(new ApiProblem({ status: 401 }))

  test('is saved by itself once the person has signed in again, and not before', async () => {
    const calls = server()
    const { backs, options } = away()
    const keeper = new DraftKeeper(calls, undefined, options)
    calls.create.mockImplementationOnce(signedOut)
    keeper.change(content(1))
    await keeper.flush()
    expect(keeper.state().status).toBe('unreached')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(calls.create).toHaveBeenCalledOnce()

    for (const back of backs) back()
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.state()).toMatchObject({ status: 'saved', saved: { id: 'D' } })
    expect(backs.size).toBe(0)
  })

  test('is tried again a moment later when the server was not reached', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, { id: 'D', number: 'C-2026-1', version: 1 })
    calls.edit.mockImplementationOnce(lost).mockImplementationOnce(lost)
    keeper.change(content(4))
    await keeper.flush()
    expect(keeper.state().status).toBe('unreached')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(calls.edit).toHaveBeenCalledTimes(3)
    expect(calls.edit).toHaveBeenLastCalledWith(expect.anything(), content(4))
    expect(keeper.state().status).toBe('saved')
  })

  test('is one draft when the answer to its creation was lost and more was typed', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    calls.create.mockImplementationOnce(lost)
    keeper.change(content(1))
    await keeper.flush()
    keeper.change(content(1, 2))
    await keeper.flush()
    const [first, second] = calls.create.mock.calls
    expect(second).toEqual(first)
    expect(calls.edit).toHaveBeenCalledExactlyOnceWith(expect.anything(), content(1, 2))
    expect(keeper.state().status).toBe('saved')
  })

  test('is given up when it was emptied meanwhile', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    calls.create.mockImplementationOnce(lost)
    keeper.change(content(1))
    await keeper.flush()
    keeper.change(content())
    await keeper.flush()
    expect(calls.discard).toHaveBeenCalledOnce()
    expect(keeper.state()).toMatchObject({ status: 'empty', saved: undefined })
  })

  test('says so as long as it is on the server with lines that were taken out', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, { id: 'D', number: 'C-2026-1', version: 1 })
    calls.discard.mockImplementationOnce(lost)
    keeper.change(content())
    await keeper.flush()
    expect(keeper.state()).toMatchObject({ status: 'unreached', saved: { id: 'D' } })
  })

  test('stays refused when the server says what is wrong with it', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    calls.create.mockRejectedValueOnce(new ApiProblem({ status: 422, code: 'invalid-input' }))
    keeper.change(content(1))
    expect(await keeper.flush()).toBeUndefined()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(keeper.state().status).toBe('refused')
    expect(calls.create).toHaveBeenCalledOnce()
  })
})

describe('a draft changed while it is being saved', () => {
  function slow(calls: ReturnType<typeof server>) {
    let answer: (saved: SavedDraft) => void = () => undefined
    calls.create.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    return () => answer({ id: 'D', number: 'C-2026-1', version: 1 })
  }

  test('is not said to be saved before its last change is', async () => {
    const calls = server()
    const answer = slow(calls)
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 60_000 })
    const heard: string[] = []
    keeper.subscribe(() => void heard.push(keeper.state().status))
    keeper.change(content(1))
    const flushed = keeper.flush()
    keeper.change(content(1, 2))
    answer()
    await flushed
    expect(heard.indexOf('saved')).toBe(heard.length - 1)
  })

  test('for another care unit is another draft, and the first is given up', async () => {
    const calls = server()
    const answer = slow(calls)
    const keeper = new DraftKeeper(calls, undefined, { pauseMs: 0 })
    keeper.change(content(1))
    const first = keeper.flush()
    const others = server()
    keeper.restart(others, content(1))
    answer()
    await first
    await keeper.flush()
    expect(others.create).toHaveBeenCalledOnce()
    expect(others.edit).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(calls.discard).toHaveBeenCalledOnce())
  })
})
