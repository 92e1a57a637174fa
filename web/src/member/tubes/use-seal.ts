import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { NOTHING_CHECKED } from './packing-points.js'
import { sealLacks } from './seal-lacks.js'
import { pickUpQuery, type Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const NOTHING_SAID = { checklist: NOTHING_CHECKED, sealNumber: '', loggerId: '', reason: '' }
type Said = typeof NOTHING_SAID

/** What closing a container asks for, and the act once nothing is missing. */
export function useSeal(shipment: Shipment) {
  const t = useTubeTexts()
  const { data: forecast } = useQuery(pickUpQuery(shipment.id, shipment.tubeCount))
  const [said, setSaid] = useState<Said>(NOTHING_SAID)
  const { checklist } = said
  const sealNumber = said.sealNumber.trim()
  const loggerId = said.loggerId.trim()
  const reason = said.reason.trim()
  const needsLogger = shipment.temperatureClass !== 'ambient'
  const needsReason = forecast?.needsReason ?? false
  const act = useAct({
    act: () =>
      read(
        api['specimen-shipments'][':id'].seal.$post({
          param: { id: shipment.id },
          json: {
            sealNumber,
            checklist,
            ...(loggerId !== '' && { loggerId }),
            ...(reason !== '' && { overrideReason: reason }),
          },
        }),
      ),
    changes: ['specimen-shipments', 'today'],
    success: t('seal.done'),
    quiet: true,
  })
  return {
    said,
    say: (part: Partial<Said>) => setSaid((now) => ({ ...now, ...part })),
    needsLogger,
    needsReason,
    lacks: sealLacks(said, { tubes: shipment.tubes, needsLogger, needsReason }),
    act,
  }
}
