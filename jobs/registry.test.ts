import { describe, expect, test } from 'vitest'
import { QUEUES } from './declare.js'
import { registry } from './registry.js'
import { schedules } from './schedules.js'

describe('the jobs of the program', () => {
  test.for([...registry])('%s is named domain.verb-object, on a known queue', ([name, handler]) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
    expect(handler.declaration.name).toBe(name)
    expect(QUEUES).toContain(handler.declaration.queue)
  })

  test('every schedule has its own id and a job that can run', () => {
    const ids = schedules.map(({ id }) => id)

    expect(new Set(ids).size).toBe(ids.length)
    for (const { target } of schedules) expect(registry.get(target.name)).toBeDefined()
  })
})
