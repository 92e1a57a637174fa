import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderDocumentKind } from '../../../jobs/handlers/document-renderer.js'
import type { Database } from '../../../src/platform/db/client.js'
import {
  RULE_NAMES,
  type VerificationProgress,
  verifyDatabase,
} from '../../../src/verification/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { dropped, onCopyOf } from './copies.js'
import { PLANTED } from './planted.js'
import { playStory } from './story.js'

let world: World
let story: string
let now: Date

beforeAll(async () => {
  world = await openWorld()
  await playStory(world)
  now = world.clock.now()
  story = new URL(world.urls.owner).pathname.slice(1)
  // A database is copied only while nobody is connected to it.
  await world.db.close()
  await world.owner.close()
})
afterAll(() => dropped(story))

const verify = (owner: Database, documents: 'all' | 'none') =>
  verifyDatabase(owner, { render: renderDocumentKind, documents, clock: () => now })

describe('a whole database', { timeout: 60_000 }, () => {
  test('is found sound, every rule having had something to look at', async () => {
    await onCopyOf(story, async (owner) => {
      const steps: VerificationProgress[] = []
      const report = await verifyDatabase(owner, {
        render: renderDocumentKind,
        documents: 'all',
        clock: () => now,
        onProgress: (progress) => steps.push(progress),
      })

      expect(report.violations).toEqual([])
      expect(report.holds).toBe(true)
      expect(report.rules.map(({ rule }) => rule)).toEqual(RULE_NAMES)
      expect(report.rules.filter(({ checked }) => checked === 0)).toEqual([])
      expect(steps.at(-1)).toEqual({ step: 'documents', done: 8, total: 8 })
    })
  })

  test('is checked without drawing, and says that no document was looked at', async () => {
    await onCopyOf(story, async (owner) => {
      const report = await verify(owner, 'none')
      expect(report.documents).toBe('none')
      expect(report.rules.find(({ rule }) => rule === 'renders-the-same')).toMatchObject({
        checked: 0,
      })
    })
  })

  test('has a planted violation for every rule', () => {
    expect(new Set(PLANTED.map(({ rule }) => rule))).toEqual(new Set(RULE_NAMES))
  })

  test.concurrent.for(PLANTED)('breaks $rule when $how', async ({ rule, sql }, { expect }) => {
    await onCopyOf(story, async (owner) => {
      await owner.pool.query(`set session_replication_role = replica; ${sql}`)
      const report = await verify(owner, rule === 'renders-the-same' ? 'all' : 'none')

      expect(report.holds).toBe(false)
      const [first] = report.violations.filter((violation) => violation.rule === rule)
      expect(first?.subject).toMatch(/\S/)
      expect(first?.message).toMatch(/^[A-Z0-9].{15,}/)
    })
  })
})
