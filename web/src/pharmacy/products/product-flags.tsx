import { Group } from '@mantine/core'
import type { ProductSummary } from '../../../../src/catalogue/schema.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { useProductTexts } from './texts.js'

/** What asks for care when this product is handled. */
export function ProductFlags({ of }: { readonly of: ProductSummary }) {
  const t = useProductTexts()
  const flags = [
    of.isBloodDerived && t('flags.bloodDerived'),
    of.isHospitalOnly && t('flags.hospitalOnly'),
    of.requiresFourEyes && t('flags.fourEyes'),
    of.isSerialised && t('flags.serialised'),
  ].filter((flag) => flag !== false)
  if (flags.length === 0) return '–'
  return (
    <Group gap={4}>
      {flags.map((flag) => (
        <StateBadge key={flag} tone="neutral">
          {flag}
        </StateBadge>
      ))}
    </Group>
  )
}

export function StatusMark({ status }: { readonly status: string }) {
  const t = useProductTexts()
  const tone = status === 'marketed' ? 'ok' : status === 'not-marketed' ? 'neutral' : 'warn'
  return <StateBadge tone={tone}>{t.word('status', status)}</StateBadge>
}
