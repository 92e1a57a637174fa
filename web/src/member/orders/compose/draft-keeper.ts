import { ApiProblem, NetworkProblem, problemCode } from '../../../api/problem.js'
import type { BasketLine } from './basket-line.js'

export interface DraftContent {
  readonly lines: readonly BasketLine[]
  readonly deliveryPointId: string
  readonly priority: 'normal' | 'urgent'
  readonly comment: string
}

export interface SavedDraft {
  readonly id: string
  readonly number: string
  readonly version: number
}

/** `unreached`: not saved, and saved by itself as soon as the session or the network is back. */
export type DraftStatus =
  | 'empty'
  | 'waiting'
  | 'saving'
  | 'saved'
  | 'unreached'
  | 'conflict'
  | 'refused'

export interface DraftState {
  readonly status: DraftStatus
  readonly saved: SavedDraft | undefined
  readonly error: Error | undefined
}

/** How a draft reaches the server. */
export interface DraftCalls {
  /** The same key and content again are the same draft. */
  readonly create: (content: DraftContent, key: string) => Promise<SavedDraft>
  readonly edit: (saved: SavedDraft, content: DraftContent) => Promise<SavedDraft>
  readonly discard: (saved: SavedDraft) => Promise<unknown>
}

/** A creation that was not answered: whether there is a draft is not known. */
interface Creation {
  readonly content: DraftContent
  readonly key: string
}

interface Options {
  readonly pauseMs?: number
  /** Calls back each time the session or the network has come back, until told to stop. */
  readonly whenBack?: (back: () => void) => () => void
}

const PAUSE_MS = 700
const RETRY_MS = 5_000
const RETRY_MS_MAX = 60_000

/**
 * Saves a draft while it is typed: one save at a time, the latest content last. It never overwrites what
 * somebody else saved meanwhile: it stops and says so. What could not reach the server goes there later.
 */
export class DraftKeeper {
  #calls: DraftCalls
  #state: DraftState
  #wanted: DraftContent | undefined
  #creation: Creation | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  #retryMs = RETRY_MS
  #stopListening: (() => void) | undefined
  readonly #listeners = new Set<() => void>()
  readonly #pauseMs: number
  readonly #whenBack: NonNullable<Options['whenBack']>

  constructor(
    calls: DraftCalls,
    saved?: SavedDraft,
    { pauseMs = PAUSE_MS, whenBack = () => () => undefined }: Options = {},
  ) {
    this.#calls = calls
    this.#pauseMs = pauseMs
    this.#whenBack = whenBack
    this.#state = { status: saved ? 'saved' : 'empty', saved, error: undefined }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): DraftState => this.#state

  /** Keeps this content, a moment later. */
  change(content: DraftContent): void {
    this.#wanted = content
    if (this.#state.status === 'conflict') return
    this.#say({ status: 'waiting', error: undefined })
    this.#flushIn(this.#pauseMs)
  }

  /** Saves now what waits; resolves with the draft as saved, or nothing when it is empty or refused. */
  async flush(): Promise<SavedDraft | undefined> {
    clearTimeout(this.#timer)
    while (this.#running !== undefined) await this.#running
    if (this.#wanted === undefined || this.#state.status === 'conflict') return this.#ifSaved()
    this.#running = this.#save().finally(() => {
      this.#running = undefined
    })
    await this.#running
    return this.#state.status === 'waiting' ? this.flush() : this.#ifSaved()
  }

  /** After a conflict: what is here replaces what was saved as `current`. */
  replace(current: SavedDraft, content: DraftContent): void {
    this.#say({ status: 'waiting', saved: current, error: undefined })
    this.change(content)
  }

  /** What is on the server is what counts from now on. */
  adopt(saved: SavedDraft | undefined): void {
    this.#wanted = undefined
    clearTimeout(this.#timer)
    this.#say({ status: saved ? 'saved' : 'empty', saved, error: undefined })
  }

  /** Another care unit or kind is another order: the draft under way is given up for a new one. */
  restart(calls: DraftCalls, content: DraftContent): void {
    const { saved } = this.#state
    const former = this.#calls
    const creation = this.#creation
    this.#calls = calls
    this.#creation = undefined
    this.#say({ status: 'empty', saved: undefined, error: undefined })
    if (saved !== undefined) void former.discard(saved).catch(() => undefined)
    else if (creation !== undefined) {
      const created = former.create(creation.content, creation.key)
      void created.then(former.discard).catch(() => undefined)
    }
    this.change(content)
  }

  async #save(): Promise<void> {
    const content = this.#wanted
    if (content === undefined) return
    this.#wanted = undefined
    const calls = this.#calls
    this.#say({ status: 'saving' })
    try {
      const saved = await this.#write(calls, content)
      if (calls !== this.#calls) return
      this.#retryMs = RETRY_MS
      const status = this.#wanted !== undefined ? 'waiting' : saved ? 'saved' : 'empty'
      this.#say({ status, saved, error: undefined })
    } catch (error) {
      if (calls === this.#calls) this.#refuse(error, content)
    }
  }

  async #write(calls: DraftCalls, content: DraftContent): Promise<SavedDraft | undefined> {
    const isEmpty = content.lines.length === 0
    let { saved } = this.#state
    if (saved === undefined) {
      if (isEmpty && this.#creation === undefined) return undefined
      const creation = this.#creation ?? { content, key: crypto.randomUUID() }
      saved = await this.#create(calls, creation)
      if (creation.content === content) return saved
    }
    if (!isEmpty) return savedOf(await calls.edit(saved, content))
    await this.#discard(calls, saved)
    return undefined
  }

  /** Under one key until it is answered: a lost answer never makes a second draft. */
  async #create(calls: DraftCalls, creation: Creation): Promise<SavedDraft> {
    this.#creation = creation
    try {
      const saved = savedOf(await calls.create(creation.content, creation.key))
      if (calls === this.#calls) {
        this.#creation = undefined
        this.#say({ saved })
      }
      return saved
    } catch (error) {
      if (calls === this.#calls && !isPassing(error)) this.#creation = undefined
      throw error
    }
  }

  /** A draft without lines is no draft: the one on the server is given up. */
  async #discard(calls: DraftCalls, saved: SavedDraft): Promise<void> {
    try {
      await calls.discard(saved)
    } catch (error) {
      // Refused, it is no draft any more: given up or sent from elsewhere.
      if (isPassing(error)) throw error
    }
  }

  #refuse(error: unknown, content: DraftContent): void {
    const isConflict = problemCode(error) === 'precondition-failed'
    const isSuperseded = this.#wanted !== undefined
    this.#wanted ??= content
    if (isConflict) this.#say({ status: 'conflict', error: asError(error) })
    else if (isPassing(error)) this.#tryLater(error)
    else if (isSuperseded) this.#say({ status: 'waiting' })
    else this.#say({ status: 'refused', error: asError(error) })
  }

  #tryLater(error: unknown): void {
    this.#say({ status: 'unreached', error: asError(error) })
    clearTimeout(this.#timer)
    if (isSessionOver(error)) return
    this.#flushIn(this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS_MAX)
  }

  #flushIn(pauseMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pauseMs)
  }

  #ifSaved(): SavedDraft | undefined {
    return this.#state.status === 'saved' ? this.#state.saved : undefined
  }

  #say(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part }
    this.#listenForReturn()
    for (const listener of this.#listeners) listener()
  }

  /** Also after the page was left: what was typed there is still wanted. */
  #listenForReturn(): void {
    if (this.#state.status === 'unreached') {
      this.#stopListening ??= this.#whenBack(() => void this.flush())
    } else if (this.#state.status !== 'saving') {
      this.#stopListening?.()
      this.#stopListening = undefined
    }
  }
}

const savedOf = ({ id, number, version }: SavedDraft): SavedDraft => ({ id, number, version })

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error))

const isSessionOver = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.status === 401

/** Says nothing against the content: the same may be saved later. */
const isPassing = (error: unknown): boolean =>
  error instanceof NetworkProblem ||
  isSessionOver(error) ||
  (error instanceof ApiProblem && (error.problem.status === 429 || error.problem.status >= 500))
