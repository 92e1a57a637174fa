import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { api, read } from '../../api/client.js'
import { signal } from '../../ui/scan/feedback.js'
import type { Reason } from '../orders/decisions.js'
import { orderQuery } from '../orders/order-queries.js'
import { type Aside, currentStep, type Step, stepsOf, takenFrom } from './steps.js'

interface Taken {
  readonly step: Step
  readonly units: number
}
interface Scan {
  readonly code: string
  readonly mode: 'scan' | 'hand'
}
interface Partial {
  readonly stepKey: string
  readonly units: number
  readonly isRestMissing: boolean
}

/** Where the person is in the walk; the server says what was taken, the rest is only how to go on. */
export function usePicking(order: OrderView) {
  const steps = stepsOf(order)
  const [aside, setAside] = useState<Aside>(new Map())
  const [chosenKey, choose] = useState<string>()
  const [partial, setPartial] = useState<Partial>()
  const [last, setLast] = useState<{ kind: 'ok' | 'missing'; taken: Taken }>()
  const step = currentStep(steps, aside, chosenKey)
  const wanted = partial?.stepKey === step?.key ? partial?.units : undefined

  const setStepAside = (gone: Step, reason: Reason, comment = '') => {
    setAside((all) => new Map(all).set(gone.key, { reason, comment }))
    setLast({ kind: 'missing', taken: { step: gone, units: gone.left } })
    setPartial(undefined)
  }
  const pick = usePick(order.id, (taken) => {
    setLast({ kind: 'ok', taken })
    if (partial?.isRestMissing && taken.units < taken.step.left) {
      setAside((all) => new Map(all).set(taken.step.key, { reason: 'stock-short', comment: '' }))
    }
    setPartial(undefined)
  })
  return {
    steps,
    step,
    aside,
    last,
    wanted,
    pick,
    choose: (key: string) => {
      setAside((all) => new Map([...all].filter(([one]) => one !== key)))
      choose(key)
      setLast(undefined)
    },
    takePartly: setPartial,
    setStepAside,
    setAllAside: () =>
      setAside(
        (all) =>
          new Map(
            steps
              .filter(({ left }) => left > 0)
              .map(({ key }) => [key, all.get(key) ?? { reason: 'stock-short', comment: '' }]),
          ),
      ),
    scan: (code: string, mode: Scan['mode']) => {
      if (step !== undefined)
        pick.mutate({ scan: { code, mode }, step, units: wanted ?? step.left })
    },
  }
}

/** One taking at a time, in the order of the scans; each is answered by a sound as well. */
function usePick(orderId: string, onTaken: (taken: Taken) => void) {
  const queries = useQueryClient()
  return useMutation({
    scope: { id: `pick ${orderId}` },
    mutationFn: ({ scan, step, units }: Taken & { readonly scan: Scan }) =>
      read(
        api.orders[':id'].pick.$post({
          param: { id: orderId },
          json: { lineId: step.lineId, units, ...takenFrom(step, scan.code, scan.mode) },
        }),
      ),
    onSuccess: (order, { step, units }) => {
      signal('ok')
      queries.setQueryData(orderQuery(orderId).queryKey, order)
      onTaken({ step, units })
    },
    onError: () => signal('stop'),
  })
}
