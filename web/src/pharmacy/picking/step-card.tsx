import { Group } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { useOrdersTexts } from '../orders/texts/index.js'
import classes from './picking.module.css'
import type { Step } from './steps.js'
import { usePickingTexts } from './texts/index.js'

interface Props {
  readonly step: Step
  /** Fewer units than what is left, when the person said so. */
  readonly wanted: number | undefined
}

/** Where to go, what to take, which lot, how many: readable at arm's length. */
export function StepCard({ step, wanted }: Props) {
  const t = usePickingTexts()
  const orders = useOrdersTexts()
  const formats = useFormats()
  const { product, place, lotNumber, expiresOn, units, left } = step
  return (
    <section className={classes['card']} aria-label={product.denomination}>
      <Group gap="sm">
        <StorageMark of={product.storageClass} />
        {product.isNarcotic ? <StorageMark of="narcotic" /> : null}
        {product.requiresFourEyes ? (
          <StateBadge tone="info">{orders('lines.fourEyes')}</StateBadge>
        ) : null}
      </Group>
      <h1 className={classes['name']}>{product.denomination}</h1>
      <dl className={classes['facts']}>
        <div>
          <dt>{t('line.place')}</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>{t('line.lot')}</dt>
          <dd>
            <span className="nv-code">{lotNumber}</span>
            <span className={classes['small']}>
              {t('line.until', { day: formats.day(expiresOn) })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('line.take')}</dt>
          <dd>
            <span className={classes['units']}>
              {formats.number(wanted ?? left)}
              {'\u00a0'}u
            </span>
            <span className={classes['small']}>
              {t('line.of', { units: formats.number(units) })}
            </span>
          </dd>
        </div>
      </dl>
    </section>
  )
}
