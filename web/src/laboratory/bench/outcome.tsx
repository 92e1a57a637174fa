import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ShipmentView, TubeView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { TubesTable } from '../containers/tubes-table.js'
import { useBenchTexts } from './texts.js'

const STATES = ['accepted', 'accepted-with-reservation', 'rejected', 'missing'] as const
const TONES = {
  accepted: 'ok',
  'accepted-with-reservation': 'warn',
  rejected: 'stop',
  missing: 'stop',
} as const

/** What the reception found, and whom it sends back to collect again. */
export function Outcome({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useBenchTexts()
  const formats = useFormats()
  const { tubes, reconciledAt, hasDiscrepancy } = shipment
  const count = (state: TubeView['state']) => tubes.filter((tube) => tube.state === state).length
  const again = tubes.filter((tube) => tube.verdicts.at(-1)?.needsNewCollection === true)
  return (
    <Stack>
      <Verdict
        tone={hasDiscrepancy ? 'warn' : 'ok'}
        detail={
          reconciledAt === null ? '' : texts('outcome.at', { at: formats.dateTime(reconciledAt) })
        }
      >
        {texts('outcome.done')}
      </Verdict>
      <Tiles>
        {STATES.map((state) => (
          <Tile
            key={state}
            label={texts(`outcome.${state}`)}
            value={count(state)}
            tone={count(state) > 0 ? TONES[state] : 'neutral'}
          />
        ))}
        <Tile
          label={texts('outcome.unlisted')}
          value={tubes.filter(({ isUnlisted }) => isUnlisted).length}
        />
      </Tiles>
      <Panel title={texts('outcome.tubes')}>
        <TubesTable shipment={shipment} />
        <div>
          <Title order={3}>{texts('outcome.again')}</Title>
          {again.length === 0 ? (
            <Text>{texts('outcome.againNone')}</Text>
          ) : (
            <Group gap="sm">
              {again.map(({ id, code }) => (
                <span key={id} className="nv-code">
                  {code}
                </span>
              ))}
            </Group>
          )}
        </div>
      </Panel>
      <Group justify="flex-end">
        <Button component={Link} to="/laboratoire/reception" size="md">
          {texts('outcome.next')}
        </Button>
      </Group>
    </Stack>
  )
}
