import { api, read } from '../../api/client.js'

/** Each opened page is a device of its own, so that two windows never share a sequence. */
const deviceId = crypto.randomUUID()
let sequence = 0

interface Seen {
  readonly kind: 'received' | 'temperature'
  readonly containerCode: string
  readonly inputMode: 'wedge' | 'manual'
  readonly manualReason?: string
  readonly placeEstablishmentId?: string
  readonly sealNumber?: string
  readonly temperatureDeciCelsius?: number
}

/** What the bench saw of a container, for its chain of custody; answers the first refusal, if any. */
export async function recordCustody(seen: readonly Seen[]): Promise<string | undefined> {
  const at = new Date().toISOString()
  const events = seen.map((each) => {
    sequence += 1
    return { eventId: crypto.randomUUID(), sequence, deviceAt: at, ...each }
  })
  const { items } = await read(
    api['custody-events'].$post({ json: { deviceId, sentAt: at, events } }),
  )
  return (
    items.find(({ result }) => result === 'rejected' || result === 'conflict')?.reason ?? undefined
  )
}
