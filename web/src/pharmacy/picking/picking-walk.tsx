import { useEffect } from 'react'
import type { OrderView } from '../../../../src/orders/view-schema.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { FinishPanel } from './finish-panel.js'
import classes from './picking.module.css'
import { PickingBar } from './picking-bar.js'
import { StepCard } from './step-card.js'
import { usePickingTexts } from './texts/index.js'
import { ThumbBar } from './thumb-bar.js'
import { usePicking } from './use-picking.js'
import { WrongScan } from './wrong-scan.js'

/** Step after step, until everything is taken or set aside; then how it ends. */
export function PickingWalk({ order }: { readonly order: OrderView }) {
  const t = usePickingTexts()
  const picking = usePicking(order)
  const { step, steps, aside, pick } = picking
  useEffect(() => {
    document.title = `${t('start.title', { number: order.number })} · Navette`
  }, [order.number, t])
  return (
    <>
      <PickingBar
        order={order}
        steps={steps}
        aside={aside}
        onChoose={picking.choose}
        onFinish={picking.setAllAside}
      />
      <div className={classes['main']}>
        <LastTaken last={picking.last} />
        {step === undefined ? (
          <FinishPanel order={order} steps={steps} aside={aside} onAgain={picking.choose} />
        ) : (
          <>
            <StepCard step={step} wanted={picking.wanted} />
            <ScanField key={step.key} label={t('line.scan')} onScan={picking.scan} />
          </>
        )}
      </div>
      {step === undefined ? null : (
        <ThumbBar
          key={step.key}
          step={step}
          onPartial={(units, isRestMissing) =>
            picking.takePartly({ stepKey: step.key, units, isRestMissing })
          }
          onAside={(reason, comment) => picking.setStepAside(step, reason, comment)}
        />
      )}
      {pick.error && pick.variables ? (
        <WrongScan error={pick.error} code={pick.variables.scan.code} onClose={pick.reset} />
      ) : null}
    </>
  )
}

function LastTaken({ last }: Pick<ReturnType<typeof usePicking>, 'last'>) {
  const t = usePickingTexts()
  if (last === undefined) return null
  const { step, units } = last.taken
  const names = { lot: step.lotNumber, name: step.product.denomination, units }
  return last.kind === 'ok' ? (
    <Verdict tone="ok" detail={t('verdict.okDetail', names)}>
      {t('verdict.ok', names)}
    </Verdict>
  ) : (
    <Verdict tone="warn" detail={t('verdict.missingDetail', names)}>
      {t('verdict.missing')}
    </Verdict>
  )
}
