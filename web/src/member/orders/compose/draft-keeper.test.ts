import { describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../../api/problem.js'
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
    const keeper = new DraftKeeper(calls, undefined, 0)
    keeper.change(content(1))
    keeper.change(content(1, 2))
    await keeper.flush()
    keeper.change(content(1, 2, 3))
    await keeper.flush()
    expect(calls.create).toHaveBeenCalledExactlyOnceWith(content(1, 2))
    expect(calls.edit).toHaveBeenCalledExactlyOnceWith(
      { id: 'D', number: 'C-2026-1', version: 1 },
      content(1, 2, 3),
    )
    expect(keeper.state()).toMatchObject({ status: 'saved', saved: { version: 2 } })
  })

  test('stops when somebody else saved it, until the person chooses', async () => {
    const calls = server()
    const keeper = new DraftKeeper(calls, { id: 'D', number: 'C-2026-1', version: 1 }, 0)
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
    const keeper = new DraftKeeper(calls, undefined, 0)
    keeper.change(content(1))
    await keeper.flush()
    keeper.change(content())
    expect(await keeper.flush()).toBeUndefined()
    expect(calls.discard).toHaveBeenCalledOnce()
    expect(keeper.state().saved).toBeUndefined()
  })
})
