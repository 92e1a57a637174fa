import { useState } from 'react'
import type { ReceptionView, ShipmentView } from '../../../../src/specimens/view-schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { signal } from '../../ui/scan/feedback.js'
import { useAct } from '../../ui/use-act.js'
import type { Bench, Received } from './bench.js'
import type { Deciding, Said } from './said.js'
import { sayReception } from './say-reception.js'
import { useBenchTexts } from './texts.js'
import { useHearScan } from './use-hear-scan.js'

/** The bench of one shipment: what it hears, what it decides, what it says back. */
export function useBench(shipment: ShipmentView): Bench {
  const texts = useBenchTexts()
  const formats = useFormats()
  const [said, setSaid] = useState<Said>()
  const [error, setError] = useState<Error>()
  const [deciding, setDeciding] = useState<Deciding>()
  const say = (next: Said) => {
    setError(undefined)
    setSaid(next)
    signal(next.tone)
  }
  const act = useAct({
    act: (json: Received): Promise<ReceptionView> =>
      read(api['specimen-shipments'][':id'].receptions.$post({ param: { id: shipment.id }, json })),
    changes: ['specimen-shipments'],
    quiet: true,
    onDone: (reception) => {
      setDeciding(undefined)
      say(sayReception(reception, texts, formats))
    },
  })
  const receive = async (json: Received) => {
    try {
      return await act.mutateAsync(json)
    } catch (failure) {
      const { tubeCode } = json
      say({ tone: 'stop', words: texts('said.refused', { code: tubeCode }), detail: '', tubeCode })
      setError(failure instanceof Error ? failure : new Error(String(failure)))
      throw failure
    }
  }
  const hear = useHearScan({ shipment, deciding, say, decide: setDeciding, receive })
  return { said, error, deciding, isSending: act.isPending, hear, decide: setDeciding, receive }
}
