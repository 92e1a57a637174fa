import { Dexie, type EntityTable, type Table } from 'dexie'
import type { RunSummary } from '../../../../src/courier/run-schema.js'
import type { Act, KnownRun, NewAct } from './model.js'

/** This telephone: its identity never changes, its counter never goes back. */
export interface Device {
  readonly id: 'this'
  readonly deviceId: string
  readonly nextSequence: number
  readonly clockOffsetMs: number
  /** By the server's answer to events; before that it is only as good as a header's second. */
  readonly isMeasured: boolean
}

/** The list of runs as last read, for the first screen without network. */
export interface KnownList {
  readonly userId: string
  readonly runs: readonly RunSummary[]
  readonly readAt: string
}

/** What the last attempt to send found: told on every screen. */
export interface SyncNote {
  readonly userId: string
  readonly triedAt: string
  readonly succeededAt: string | null
  readonly end: 'empty' | 'unreached' | 'signed-out' | 'not-allowed'
}

class CourierDatabase extends Dexie {
  declare readonly acts: Table<Act, number, NewAct>
  declare readonly runs: EntityTable<KnownRun, 'id'>
  declare readonly lists: EntityTable<KnownList, 'userId'>
  declare readonly devices: EntityTable<Device, 'id'>
  declare readonly notes: EntityTable<SyncNote, 'userId'>

  constructor() {
    super('navette-courier')
    this.version(1).stores({
      acts: '++position, &id, runId, [userId+state]',
      runs: 'id, userId',
      lists: 'userId',
      devices: 'id',
      notes: 'userId',
    })
  }
}

export const database = new CourierDatabase()
