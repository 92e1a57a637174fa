import { problemCode } from '../../../api/problem.js'
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

export type DraftStatus = 'empty' | 'waiting' | 'saving' | 'saved' | 'conflict' | 'refused'

export interface DraftState {
  readonly status: DraftStatus
  readonly saved: SavedDraft | undefined
  readonly error: Error | undefined
}

/** How a draft reaches the server. */
export interface DraftCalls {
  readonly create: (content: DraftContent) => Promise<SavedDraft>
  readonly edit: (saved: SavedDraft, content: DraftContent) => Promise<SavedDraft>
  readonly discard: (saved: SavedDraft) => Promise<unknown>
}

const PAUSE_MS = 700

/**
 * Saves a draft while it is typed: one save at a time, the latest content last. It never overwrites what
 * somebody else saved meanwhile: it stops and says so.
 */
export class DraftKeeper {
  #calls: DraftCalls
  #state: DraftState
  #wanted: DraftContent | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined
  readonly #listeners = new Set<() => void>()
  readonly #pauseMs: number

  constructor(calls: DraftCalls, saved?: SavedDraft, pauseMs = PAUSE_MS) {
    this.#calls = calls
    this.#pauseMs = pauseMs
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
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), this.#pauseMs)
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
    return this.#wanted === undefined ? this.#ifSaved() : this.flush()
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
    this.#calls = calls
    this.#say({ status: 'empty', saved: undefined, error: undefined })
    if (saved !== undefined) void former.discard(saved).catch(() => undefined)
    this.change(content)
  }

  async #save(): Promise<void> {
    const content = this.#wanted
    if (content === undefined) return
    this.#wanted = undefined
    const { saved } = this.#state
    if (content.lines.length === 0) return this.#empty(saved)
    this.#say({ status: 'saving' })
    try {
      const order =
        saved === undefined
          ? await this.#calls.create(content)
          : await this.#calls.edit(saved, content)
      const { id, number, version } = order
      this.#say({ status: 'saved', saved: { id, number, version }, error: undefined })
    } catch (error) {
      this.#refuse(error)
    }
  }

  /** A draft without lines is no draft: the one on the server is given up. */
  async #empty(saved: SavedDraft | undefined): Promise<void> {
    this.#say({ status: 'empty', saved: undefined, error: undefined })
    if (saved !== undefined) await this.#calls.discard(saved).catch(() => undefined)
  }

  #refuse(error: unknown): void {
    const isConflict = problemCode(error) === 'precondition-failed'
    this.#say({
      status: isConflict ? 'conflict' : 'refused',
      error: error instanceof Error ? error : new Error(String(error)),
    })
  }

  #ifSaved(): SavedDraft | undefined {
    return this.#state.status === 'saved' ? this.#state.saved : undefined
  }

  #say(part: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
