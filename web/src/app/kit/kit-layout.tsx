import { Facts } from '../../ui/layout/facts.js'
import { Panel } from '../../ui/layout/panel.js'
import { Tile, Tiles } from '../../ui/layout/tile.js'
import { Timeline } from '../../ui/layout/timeline.js'
import { Units } from '../../ui/marks/amounts.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

/** How things stand together on a page. */
export function KitLayout() {
  const texts = useKitTexts()
  return (
    <Panel title={texts('sections.layout')}>
      <Shown name="Panel" use={texts('layout.panel')}>
        {null}
      </Shown>
      <Shown name="Facts" use={texts('layout.facts')}>
        <Facts
          items={[
            { label: texts('layout.site'), value: 'EHPAD des Tilleuls' },
            { label: texts('layout.run'), value: '10:00' },
            { label: texts('layout.units'), value: <Units of={240} /> },
          ]}
        />
      </Shown>
      <Shown name="Tiles · Tile" use={texts('layout.tile')}>
        <Tiles>
          <Tile label={texts('layout.late')} value={2} tone="stop" to="/kit" />
          <Tile label={texts('layout.toApprove')} value={7} tone="warn" to="/kit" />
          <Tile label={texts('layout.received')} value={41} tone="ok" to="/kit" />
        </Tiles>
      </Shown>
      <Shown name="Timeline" use={texts('layout.timeline')}>
        <Timeline
          entries={[
            {
              id: '1',
              at: '2026-03-12T08:04:00.000Z',
              what: texts('layout.sent'),
              who: 'Claire Exemple',
            },
            {
              id: '2',
              at: '2026-03-12T08:41:00.000Z',
              what: texts('layout.approved'),
              who: 'Paul Exemple',
              detail: texts('layout.approvedDetail'),
            },
          ]}
        />
      </Shown>
    </Panel>
  )
}
