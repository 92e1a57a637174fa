import { Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { dayIn } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'

const SOON_DAYS = 90
const DAY_MS = 86_400_000

const daysTo = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${dayIn(0)}T00:00:00Z`)) / DAY_MS)

/** An expiry, with how near it is when that matters. */
export function Expiry({ on }: { readonly on: string }) {
  const t = useStockTexts()
  const formats = useFormats()
  const days = daysTo(on)
  const color = days < 30 ? 'var(--nv-stop)' : 'var(--nv-warn)'
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <time dateTime={on}>{formats.day(on)}</time>
      {days >= SOON_DAYS ? null : (
        <Text span size="sm" c={color} fw={500}>
          {' '}
          <span aria-hidden>{days < 30 ? '✕' : '!'}</span>{' '}
          {days < 0 ? t('expired') : t('soon', { n: days })}
        </Text>
      )}
    </span>
  )
}

export const isExpired = (on: string): boolean => on < dayIn(0)
