import { useRef, useState } from 'react'
import { api, read } from '../../api/client.js'
import { signal } from '../../ui/scan/feedback.js'
import { useWedge } from '../../ui/scan/use-wedge.js'
import { useAct } from '../../ui/use-act.js'
import type { CollectionTime } from './collection-time.js'
import { instantOf, wallClock } from './paris-time.js'
import type { Shipment } from './shipment-queries.js'

export const PROCESSINGS = ['whole', 'spun', 'aliquot'] as const
export const URGENCIES = ['routine', 'urgent'] as const
/** What a tube cannot do without. */
const WANTED = ['code', 'exams', 'type', 'time'] as const
const COLLECTOR_KEY = 'navette-collected-by'

interface TubeSaid {
  readonly code: string
  readonly examCodes: string[]
  readonly tubeType: string
  readonly processing: (typeof PROCESSINGS)[number]
  readonly urgency: (typeof URGENCIES)[number]
  readonly collected: CollectionTime
  readonly collectedBy: string
}

const nothingSaid = (): TubeSaid => ({
  code: '',
  examCodes: [],
  tubeType: '',
  processing: 'whole',
  urgency: 'routine',
  collected: { day: wallClock(Date.now()).day, time: '' },
  collectedBy: localStorage.getItem(COLLECTOR_KEY) ?? '',
})

/** The tube being entered; what does not change from one to the next is kept. */
export function useTubeEntry(shipment: Shipment) {
  const codeField = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState(nothingSaid)
  const say = (part: Partial<TubeSaid>) => setSaid((now) => ({ ...now, ...part }))
  const { collected, collectedBy, ...tube } = said
  const collectedAt = collected.time === '' ? undefined : instantOf(collected.day, collected.time)
  const add = useAct({
    act: () =>
      read(
        api['specimen-shipments'][':id'].tubes.$post({
          param: { id: shipment.id },
          json: {
            ...tube,
            ...(collectedAt !== undefined && {
              collectedAt: new Date(collectedAt).toISOString(),
            }),
            ...(collectedBy.trim() !== '' && { collectedBy: collectedBy.trim() }),
          },
        }),
      ),
    changes: ['specimen-shipments'],
    onDone: () => {
      localStorage.setItem(COLLECTOR_KEY, collectedBy)
      signal('ok')
      say({ code: '', examCodes: [] })
      codeField.current?.focus()
    },
    quiet: true,
  })
  const write = (code: string) => {
    say({ code })
    add.reset()
  }
  const hear = (scanned: string) => {
    write(scanned.trim().toUpperCase())
    signal('ok')
  }
  useWedge({ onScan: hear, isArmed: true, own: codeField })
  const has = {
    code: tube.code.trim() !== '',
    exams: tube.examCodes.length > 0,
    type: tube.tubeType.trim() !== '',
    time: collectedAt !== undefined,
  }
  return {
    codeField,
    said,
    say,
    write,
    add,
    isTimeInvalid: collected.time !== '' && collectedAt === undefined,
    missing: WANTED.filter((field) => !has[field]),
  }
}

export type TubeEntry = ReturnType<typeof useTubeEntry>
