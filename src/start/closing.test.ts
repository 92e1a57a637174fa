import { expect, test } from 'vitest'
import { closingAfter } from './closing.js'

test('what was opened last is closed first, even when closing it fails', async () => {
  const closed: string[] = []
  const work = closingAfter(async (closing) => {
    closing.add(async () => void closed.push('database'))
    closing.add(() => Promise.reject(new Error('queue is gone')))
    closing.add(async () => void closed.push('api'))
  })

  await expect(work).rejects.toThrow('queue is gone')
  expect(closed).toEqual(['api', 'database'])
})

test('the failure of the work is told, not the one of closing after it', async () => {
  const work = closingAfter(async (closing) => {
    closing.add(() => Promise.reject(new Error('closing failed')))
    throw new Error('work failed')
  })

  await expect(work).rejects.toThrow('work failed')
})
