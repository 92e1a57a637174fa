import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openRenderPool, type RenderPool } from '../../jobs/rendering/index.js'
import { renderPdf } from '../../templates/registry.js'
import { interleave, median, type Ratio, rates, ratioOf } from '../lib/measure.js'
import type { Options } from '../lib/options.js'
import { absolute, atLeast, type Figure, number, perSecond } from '../lib/report.js'
import { handWrittenPdf } from '../notes/hand-written.js'
import { naivePdf } from '../notes/naive.js'
import { noteNumbered } from '../notes/sample-note.js'

let issued = 0
const nextNote = () => {
  issued += 1
  return noteNumbered(issued)
}

/** D: delivery notes of 40 lines whose lots were never seen before. */
export async function noteFigures(options: Options): Promise<Figure[]> {
  return [await oneThread(options), await twoThreads(options)]
}

async function oneThread(options: Options): Promise<Figure> {
  const samples = await interleave(
    {
      limit: { work: async () => void handWrittenPdf(nextNote()) },
      ours: { work: async () => void (await renderPdf('delivery-note', nextNote())) },
      peer: { work: async () => void (await naivePdf(nextNote())) },
    },
    options,
  )
  return {
    row: 'D',
    operation: 'delivery note, 40 new lots, one thread',
    ours: perSecond(samples.ours),
    limit: perSecond(samples.limit),
    peer: perSecond(samples.peer),
    goals: [
      atLeast(0.1, 'hand-written', ratioOf(rates(samples.ours), rates(samples.limit))),
      atLeast(4, 'naive pdfkit', ratioOf(rates(samples.ours), rates(samples.peer))),
    ],
    faults: await faultsOfRendering(),
  }
}

/** The same data must give the same bytes, or the archive could not be proven. */
async function faultsOfRendering(): Promise<string[]> {
  const note = noteNumbered(1)
  const [first, second] = [
    await renderPdf('delivery-note', note),
    await renderPdf('delivery-note', note),
  ]
  return Buffer.compare(first, second) === 0 ? [] : ['two renderings differ']
}

async function twoThreads(options: Options): Promise<Figure> {
  const [one, two] = [openRenderPool({ size: 1 }), openRenderPool({ size: 2 })]
  try {
    const draw = (pool: typeof one) => ({
      work: async () => void (await pool.render('delivery-note', nextNote())),
    })
    await Promise.all([warm(one, 1), warm(two, 2)])
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const samples = await interleave(
      {
        one: { ...draw(one), concurrency: 2 },
        two: { ...draw(two), concurrency: 4, prepare: async () => void delay.enable() },
      },
      options,
    )
    delay.disable()
    const lagMs = delay.percentile(99) / 1e6
    const ratio: Ratio = ratioOf(rates(samples.two), rates(samples.one))
    return {
      row: 'D',
      operation: `two rendering threads, the event loop meanwhile (p99 ${number(lagMs)} ms late)`,
      ours: perSecond(samples.two),
      limit: '',
      peer: `${number(median(rates(samples.one)))}/s by one`,
      goals: [atLeast(1.6, 'one thread', ratio), absolute('lag p99 < 10 ms', lagMs, lagMs < 10)],
      faults: [],
    }
  } finally {
    await Promise.all([one.close(), two.close()])
  }
}

const WARM_NOTES = 60

/** A fresh thread compiles what it runs: it would be measured instead of the drawing. */
async function warm(pool: RenderPool, threads: number): Promise<void> {
  const notes = Array.from({ length: WARM_NOTES * threads }, nextNote)
  await Promise.all(notes.map((note) => pool.render('delivery-note', note)))
}
