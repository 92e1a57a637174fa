import type { ReceptionView } from '../../../../src/specimens/view-schema.js'
import type { api } from '../../api/client.js'
import type { Deciding, Said } from './said.js'

export type Received = Parameters<
  (typeof api)['specimen-shipments'][':id']['receptions']['$post']
>[0]['json']

/** What the parts of the bench share. */
export interface Bench {
  readonly said: Said | undefined
  readonly error: Error | undefined
  readonly deciding: Deciding | undefined
  readonly isSending: boolean
  readonly hear: (code: string, mode: 'scan' | 'hand') => void
  readonly decide: (deciding: Deciding | undefined) => void
  readonly receive: (received: Received) => Promise<ReceptionView>
}
