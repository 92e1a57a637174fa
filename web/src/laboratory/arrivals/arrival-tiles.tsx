import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ShipmentSummary } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { useNow } from '../../ui/use-now.js'
import { useLabTexts } from '../lab-texts.js'
import { openAlarmsQuery } from '../queries.js'
import { useLaboratoryId } from '../use-laboratory.js'
import { isLate, isSoon, nextArrival, stageOf } from './stages.js'
import { useArrivalsTexts } from './texts.js'

/** How many are late, soon late, waiting, coming; and which comes next. */
export function ArrivalTiles({ shipments }: { readonly shipments: readonly ShipmentSummary[] }) {
  const texts = useArrivalsTexts()
  const now = useNow()
  const alarms = useQuery(openAlarmsQuery(useLaboratoryId())).data?.items.length ?? 0
  const late = shipments.filter((each) => isLate(each, now)).length
  const soon = shipments.filter((each) => isSoon(each, now)).length
  const count = (stage: ReturnType<typeof stageOf>) =>
    shipments.filter((each) => stageOf(each) === stage).length
  return (
    <>
      <Tiles>
        <Tile label={texts('late')} value={late} tone={late > 0 ? 'stop' : 'neutral'} />
        <Tile label={texts('soon')} value={soon} tone={soon > 0 ? 'warn' : 'neutral'} />
        <Tile
          label={texts('atBench')}
          value={count('bench')}
          to="/laboratoire"
          search={{ etape: 'bench' }}
        />
        <Tile
          label={texts('onTheWay')}
          value={count('way')}
          to="/laboratoire"
          search={{ etape: 'way' }}
        />
        <Tile
          label={texts('toPickUp')}
          value={count('waiting')}
          to="/laboratoire"
          search={{ etape: 'waiting' }}
        />
        <Tile
          label={texts('openAlarms')}
          value={alarms}
          tone={alarms > 0 ? 'warn' : 'neutral'}
          to="/laboratoire/alarmes"
        />
      </Tiles>
      <Text>
        <Text span c="dimmed">
          {texts('next')}
          {'\u00a0: '}
        </Text>
        <NextArrival shipment={nextArrival(shipments, now)} />
      </Text>
    </>
  )
}

function NextArrival({ shipment }: { readonly shipment: ShipmentSummary | undefined }) {
  const texts = useArrivalsTexts()
  const lab = useLabTexts()
  const formats = useFormats()
  if (shipment === undefined || shipment.expectedAt === null) return <>{texts('nextNone')}</>
  return (
    <strong>
      {texts('nextOne', {
        site: shipment.establishment.name,
        tubes: lab('tubes', { count: shipment.tubeCount }),
        time: formats.shortDateTime(shipment.expectedAt),
      })}
    </strong>
  )
}
