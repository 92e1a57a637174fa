import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { pickUpQuery, type Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import classes from './tubes.module.css'

/** What no run brings in time is never reassuring, however long is left. */
const ALWAYS = Number.POSITIVE_INFINITY

/** The deadline of the container, the next pick-up, and whether one is in time for the other. */
export function Forecast({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const { data } = useQuery(pickUpQuery(shipment.id, shipment.tubeCount))
  if (data === undefined) return null
  const { pickUp, deadlineAt, needsReason } = data
  const tone = deadlineAt === null ? '' : needsReason ? 'tooLate' : 'fits'
  return (
    <div className={`${classes['forecast']} ${classes[tone] ?? ''}`} role="status">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {deadlineAt === null
            ? t('forecast.noDeadline')
            : t('forecast.deadline', {
                day: formats.dateOfWeek(deadlineAt),
                time: formats.time(deadlineAt),
              })}
        </Text>
        {deadlineAt === null ? null : (
          <Countdown to={deadlineAt} warnMinutes={needsReason ? ALWAYS : 90} />
        )}
      </Group>
      <Text>
        {pickUp === null
          ? t('forecast.noPickUp')
          : t('forecast.pickUp', {
              run: pickUp.runName,
              day: formats.dateOfWeek(pickUp.plannedAt),
              time: formats.time(pickUp.plannedAt),
              arrival: formats.time(pickUp.expectedAt),
            })}
      </Text>
      {deadlineAt === null ? null : (
        <Text fw={600} c={needsReason ? 'var(--nv-stop)' : 'var(--nv-ok)'}>
          {needsReason ? `✕ ${t('forecast.tooLate')}` : `✓ ${t('forecast.fits')}`}
        </Text>
      )}
    </div>
  )
}
