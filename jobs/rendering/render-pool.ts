import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { errorFrom, type RenderAnswer, type RenderRequest } from './messages.js'

/** Draws documents on threads of their own, so that a large file never delays an answer. */
export interface RenderPool {
  /** Threads alive now. */
  readonly threads: number
  /**
   * The same bytes as drawing in this thread; waits for a free one.
   * @throws DomainError `not-found` when no template draws this kind · ZodError when the data is not what it prints
   */
  render(kind: string, data: unknown): Promise<Uint8Array>
  /** Ends every thread; what was waiting or being drawn is rejected. */
  close(): Promise<void>
}

export interface RenderPoolOptions {
  /** Threads at most; they start when first needed. Each holds about 60 MB of fonts and layouts. */
  readonly size?: number
  /** A drawing that takes longer is given up and its thread replaced. */
  readonly timeoutMs?: number
  /** What a thread runs. */
  readonly script?: URL
}

interface Job extends RenderRequest {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}

/** More than two gain nothing: zlib and the garbage collector already use the other cores. */
const THREADS_MAX = 2
const TIMEOUT_MS = 120_000

export function openRenderPool(options: RenderPoolOptions = {}): RenderPool {
  return new Pool(options)
}

class Pool implements RenderPool {
  readonly #size: number
  readonly #timeoutMs: number
  readonly #script: URL
  readonly #waiting: Job[] = []
  readonly #idle: Thread[] = []
  readonly #threads = new Set<Thread>()
  #isClosed = false

  constructor({ size, timeoutMs = TIMEOUT_MS, script = threadScript() }: RenderPoolOptions) {
    this.#size = size ?? Math.min(THREADS_MAX, availableParallelism())
    this.#timeoutMs = timeoutMs
    this.#script = script
  }

  get threads(): number {
    return this.#threads.size
  }

  render(kind: string, data: unknown): Promise<Uint8Array> {
    if (this.#isClosed) return Promise.reject(new Error('The rendering pool is closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ kind, data, resolve, reject })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const closed = new Error('The rendering pool was closed')
    for (const job of this.#waiting.splice(0)) job.reject(closed)
    await Promise.all([...this.#threads].map((thread) => thread.end(closed)))
  }

  #next(): void {
    if (this.#waiting.length === 0) return
    const thread = this.#idle.pop() ?? this.#start()
    const job = thread && this.#waiting.shift()
    if (job) thread.draw(job)
  }

  #start(): Thread | undefined {
    if (this.#threads.size >= this.#size) return undefined
    const thread = new Thread(this.#script, this.#timeoutMs, {
      onIdle: () => {
        this.#idle.push(thread)
        this.#next()
      },
      onEnd: () => {
        this.#threads.delete(thread)
        const index = this.#idle.indexOf(thread)
        if (index >= 0) this.#idle.splice(index, 1)
        if (!this.#isClosed) this.#next()
      },
    })
    this.#threads.add(thread)
    return thread
  }
}

interface Listener {
  onIdle(): void
  onEnd(): void
}

/** One worker with at most one job: what a crash takes with it is known. */
class Thread {
  readonly #worker: Worker
  readonly #timeoutMs: number
  readonly #listener: Listener
  #job: Job | undefined
  #timer: NodeJS.Timeout | undefined
  #cause: Error | undefined

  constructor(script: URL, timeoutMs: number, listener: Listener) {
    this.#worker = new Worker(script, { execArgv: [] })
    this.#timeoutMs = timeoutMs
    this.#listener = listener
    this.#worker.on('message', (answer: RenderAnswer) => this.#answered(answer))
    this.#worker.on('error', (error) => {
      this.#cause ??= error instanceof Error ? error : new Error(String(error))
    })
    this.#worker.on('exit', (code) => this.#ended(code))
  }

  draw(job: Job): void {
    this.#job = job
    this.#timer = setTimeout(() => {
      void this.end(new Error(`Drawing a ${job.kind} took over ${this.#timeoutMs} ms`))
    }, this.#timeoutMs)
    try {
      this.#worker.postMessage({ kind: job.kind, data: job.data } satisfies RenderRequest)
    } catch (error) {
      // Something that cannot be copied, such as a function: the caller's fault, not the thread's.
      this.#release()?.reject(error instanceof Error ? error : new Error(String(error)))
      this.#listener.onIdle()
    }
  }

  async end(cause: Error): Promise<void> {
    this.#cause ??= cause
    await this.#worker.terminate()
  }

  #answered(answer: RenderAnswer): void {
    const job = this.#release()
    if (answer.outcome === 'drawn') job?.resolve(answer.bytes)
    else job?.reject(errorFrom(answer))
    this.#listener.onIdle()
  }

  #ended(code: number): void {
    this.#release()?.reject(this.#cause ?? new Error(`The rendering thread exited (${code})`))
    this.#listener.onEnd()
  }

  #release(): Job | undefined {
    clearTimeout(this.#timer)
    const job = this.#job
    this.#job = undefined
    return job
  }
}

function threadScript(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./thread-from-source.mjs', import.meta.url)
    : new URL('./render-thread.js', import.meta.url)
}
