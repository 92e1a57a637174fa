import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registry } from '../../../jobs/registry.js'
import { importBdpmFolder } from '../../../src/cli/import-bdpm.js'
import type { Context } from '../../../src/platform/context.js'
import type { RunningJob } from '../../../src/platform/queues/index.js'
import { openWorld, type World } from '../../builders/world.js'
import { type CatalogueApp, openCatalogueApp } from './catalogue-app.js'

let world: World
let app: CatalogueApp
let pharmacist: Context

beforeAll(async () => {
  world = await openWorld({ connections: 6 })
  app = openCatalogueApp(world)
  pharmacist = await world.as({ role: 'pharmacist', groupingId: await world.given.grouping() })
})
afterAll(() => world.close())

const FILES: Readonly<Record<string, string>> = {
  'CIS_bdpm.txt':
    '60000001\tACTISKENAN 10 mg, gélule\tgélule\torale\tAutorisation active\tProcédure nationale\tCommercialisée\t16/03/2011\t\t\t LABO\tNon',
  'CIS_CIP_bdpm.txt': [
    '60000001\t3003994\tplaquette(s) PVC-Aluminium de 14 gélule(s)\tPrésentation active\tDéclaration de commercialisation\t16/03/2011\t3400930039946\toui\t65%\t2,58',
    '69999999\t4949729\t5 cartouche(s) en verre de 3 ml\tPrésentation active\tDéclaration de commercialisation\t16/03/2011\t3400949497294\toui\t65%\t9,00',
  ].join('\r\n'),
  'CIS_COMPO_bdpm.txt': '60000001\tgélule\t1\tSULFATE DE MORPHINE\t10 mg\t\tSA\t1',
  'CIS_CPD_bdpm.txt': '60000001\tstupéfiants',
}

function upload(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): FormData {
  const form = new FormData()
  form.set('name', 'Édition d’essai')
  for (const [name, content] of Object.entries(files)) {
    form.append('files', new File([content], name))
  }
  return form
}

/** Runs the one job that the import `id` waits for, as a worker would; answers the progress it told. */
async function runJob(id: unknown): Promise<number[]> {
  const message = await world.owner.prisma.outboxMessage.findFirstOrThrow({
    where: {
      jobName: 'catalogue.import-bdpm',
      payload: { path: ['importId'], equals: String(id) },
    },
  })
  const told: number[] = []
  const job: RunningJob = {
    id: message.jobId,
    name: message.jobName,
    queue: 'catalogue',
    data: {
      payload: message.payload,
      groupingId: message.groupingId,
      requestId: message.requestId,
    },
    attempt: 1,
    progress: async (percent) => void told.push(percent),
  }
  const metrics = { registry: new Registry(), observe: () => undefined }
  const log = pino({ level: 'silent' })
  const { db, clock } = world
  const render = () => Promise.reject(new Error('An import draws nothing'))
  await registry
    .get(message.jobName)
    ?.run({ db, clock: clock.now, log, metrics, blobs: app.blobs, render }, job)
  return told
}

describe('an uploaded edition of the public database', () => {
  test('is kept, imported by its job, and reported', async () => {
    const asked = await app.call(pharmacist, 'POST', '/catalogue-imports', upload(FILES))
    expect(asked).toMatchObject({
      status: 202,
      body: {
        source: 'Édition d’essai',
        state: 'queued',
        report: null,
        job: { queue: 'catalogue' },
      },
    })

    const told = await runJob(asked.body['id'])

    expect(told.at(-1)).toBe(100)
    const done = await app.call(pharmacist, 'GET', `/catalogue-imports/${asked.body['id']}`)
    expect(done.body).toMatchObject({
      state: 'completed',
      startedById: pharmacist.actor.userId,
      files: Object.keys(FILES).map((name) => ({ name })),
      report: {
        products: { added: 1, changed: 0, left: 0, samples: { added: ['60000001'] } },
        presentations: { added: 1 },
        orphans: 1,
      },
      failure: null,
    })
    expect((done.body['report'] as { findings: unknown[] }).findings).toContainEqual(
      expect.objectContaining({ kind: 'orphan-presentation', code: '3400949497294' }),
    )
    const found = await app.call(pharmacist, 'GET', '/products?search=actiskenan')
    expect(found.body['items']).toMatchObject([{ isNarcotic: true }])
  })

  test('changes nothing a second time, gzipped or not', async () => {
    const zipped = Object.fromEntries(
      Object.entries(FILES).map(([name, text]) => [`${name}.gz`, new Uint8Array(gzipSync(text))]),
    )
    const { body } = await app.call(pharmacist, 'POST', '/catalogue-imports', upload(zipped))
    await runJob(body['id'])
    const done = await app.call(pharmacist, 'GET', `/catalogue-imports/${body['id']}`)
    expect(done.body).toMatchObject({
      state: 'completed',
      report: { products: { added: 0, changed: 0, left: 0, unchanged: 1 } },
    })

    world.clock.advance({ hours: 1 })
    await runJob(body['id'])
    expect((await app.call(pharmacist, 'GET', `/catalogue-imports/${body['id']}`)).body).toEqual(
      done.body,
    )
    const { body: list } = await app.call(pharmacist, 'GET', '/catalogue-imports?limit=1')
    expect(list['items']).toMatchObject([{ id: body['id'] }])
    expect(list['nextCursor']).toBe(body['id'])
  })

  test('that cannot be read fails in words, and writes nothing', async () => {
    const broken = { ...FILES, 'CIS_CPD_bdpm.txt': '<html>' }
    const { body } = await app.call(pharmacist, 'POST', '/catalogue-imports', upload(broken))
    await runJob(body['id'])
    const failed = await app.call(pharmacist, 'GET', `/catalogue-imports/${body['id']}`)
    expect(failed.body).toMatchObject({
      state: 'failed',
      report: null,
      failure: { code: 'import-unreadable', message: expect.stringContaining('CIS_CPD_bdpm') },
    })
  })

  test('is refused when a file is missing, foreign or not sent as files', async () => {
    const { 'CIS_CPD_bdpm.txt': _missing, ...incomplete } = FILES
    const cases = [
      [upload(incomplete), 'CIS_CPD_bdpm'],
      [upload({ ...FILES, 'budget.xlsx': 'x' }), 'budget.xlsx'],
      [upload({}), 'files'],
      [{ folder: '/etc' }, 'Content-Type'],
    ] as const
    for (const [body, path] of cases) {
      const answer = await app.call(pharmacist, 'POST', '/catalogue-imports', body)
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } })
    }
  })

  test('is refused to a preparer, who does not see the imports either', async () => {
    const ctx = await world.as({ role: 'preparer', groupingId: await world.given.grouping() })
    expect((await app.call(ctx, 'POST', '/catalogue-imports', upload(FILES))).status).toBe(403)
    expect((await app.call(ctx, 'GET', '/catalogue-imports')).status).toBe(403)
  })
})

test('an edition in a folder of this machine is imported under the folder’s name', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'navette-edition-')), 'juin-2026')
  await mkdir(folder)
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'LISEZMOI.pdf'), 'ignored')
  const phases = new Set<string>()

  const report = await importBdpmFolder(pharmacist, folder, ({ phase }) => phases.add(phase))

  expect([...phases]).toEqual(['read', 'compared'])
  expect(report.products).toMatchObject({ added: 0, unchanged: 1 })
  const { body } = await app.call(pharmacist, 'GET', `/catalogue-imports/${report.importId}`)
  expect(body).toMatchObject({ source: 'juin-2026', state: 'completed', files: [] })
})
