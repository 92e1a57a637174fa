import { useNetwork } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { useNow } from '../../ui/use-now.js'
import { useFrameTexts } from '../texts.js'
import classes from './frame.module.css'

/** How fresh what is shown is; off the network it says so. */
export function DataClock() {
  const texts = useFrameTexts()
  const formats = useFormats()
  const { online } = useNetwork()
  const queries = useQueryClient()
  useNow()
  const readAt = Math.max(
    0,
    ...queries
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.dataUpdatedAt),
  )
  const time = formats.time(readAt || Date.now())
  return (
    <span className={`${classes['data']} ${online ? classes['wide'] : ''}`} role="status">
      {online ? `✓ ${texts('upToDate', { time })}` : `⛔ ${texts('offlineSince', { time })}`}
    </span>
  )
}
