import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ShipmentView } from '../../../../src/specimens/view-schema.js'
import { Panel } from '../../ui/layout/panel.js'
import { useIsBiologist } from '../use-laboratory.js'
import type { Bench } from './bench.js'
import classes from './bench.module.css'
import { CloseReception } from './close-reception.js'
import { useBenchTexts } from './texts.js'
import { TubeLine } from './tube-line.js'
import { isDecided } from './tube-state.js'

interface Props {
  readonly shipment: ShipmentView
  readonly bench: Bench
}

/** What is left: a list that only scans, decisions by hand and «missing» empty. */
export function TubesLeft({ shipment, bench }: Props) {
  const texts = useBenchTexts()
  const isBiologist = useIsBiologist()
  const left = shipment.tubes.filter((tube) => !isDecided(tube))
  const title = texts(left.length === 0 ? 'left.title_zero' : 'left.title', { count: left.length })
  return (
    <Stack>
      <Paper p="md" component="section" aria-label={title}>
        <Title order={2} className={classes['count']} aria-live="polite">
          {title}
        </Title>
        {left.length === 0 ? null : (
          <Text size="sm" c="dimmed" mb="xs">
            {texts('left.rule')} {isBiologist ? '' : texts('left.biologist')}
          </Text>
        )}
        <ul className={classes['tubes']}>
          {left.map((tube) => (
            <li key={tube.id}>
              <TubeLine tube={tube} />
              <Group gap={4}>
                <Button
                  variant="default"
                  size="sm"
                  aria-label={`${texts('left.decide')} ${tube.code}`}
                  onClick={() =>
                    bench.decide({ tubeCode: tube.code, inputMode: 'hand', verdict: 'accepted' })
                  }
                >
                  {texts('left.decide')}
                </Button>
                {tube.isUnlisted ? null : (
                  <Button
                    variant="subtle"
                    color="red"
                    size="sm"
                    aria-label={`${texts('left.missing')} ${tube.code}`}
                    onClick={() =>
                      bench.decide({
                        tubeCode: tube.code,
                        inputMode: 'hand',
                        verdict: 'missing',
                        reasonCode: 'SNR',
                      })
                    }
                  >
                    {texts('left.missing')}
                  </Button>
                )}
              </Group>
            </li>
          ))}
        </ul>
        <CloseReception shipment={shipment} />
      </Paper>
      <TubesDecided shipment={shipment} bench={bench} />
    </Stack>
  )
}

function TubesDecided({ shipment, bench }: Props) {
  const texts = useBenchTexts()
  const decided = shipment.tubes.filter(isDecided)
  if (decided.length === 0) return null
  return (
    <Panel title={texts('decided.title', { count: decided.length })}>
      <ul className={classes['tubes']}>
        {decided.map((tube) => (
          <li key={tube.id}>
            <TubeLine tube={tube} />
            <Button
              variant="subtle"
              size="sm"
              aria-label={`${texts('correct')} ${tube.code}`}
              onClick={() =>
                bench.decide({
                  tubeCode: tube.code,
                  inputMode: 'hand',
                  verdict: tube.state === 'rejected' ? 'accepted' : 'rejected',
                })
              }
            >
              {texts('correct')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
