import { Stack } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { Bars, Curves } from '../../ui/picture/lazy-charts.js'
import { Picture } from '../../ui/picture/picture.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const WEEKS = [
  { week: 'S10', units: 312 },
  { week: 'S11', units: 298 },
  { week: 'S12', units: 341 },
  { week: 'S13', units: 276 },
]
const READINGS = [
  { hour: '08:00', degrees: 4.2 },
  { hour: '09:00', degrees: 5.1 },
  { hour: '10:00', degrees: 7.4 },
  { hour: '11:00', degrees: 5.8 },
]
const COLD_MAX = 8
const COLD_MIN = 2

/** Figures one sees, that can always be read. */
export function KitPictures() {
  const texts = useKitTexts()
  const formats = useFormats()
  const units = texts('pictures.units')
  const degrees = texts('pictures.degrees')
  return (
    <Panel title={texts('sections.pictures')}>
      <Shown name="Picture · Bars · Curves" use={texts('pictures.use')}>
        <Stack gap="xl">
          <Picture
            level={3}
            title={texts('pictures.bars')}
            description={texts('pictures.barsDescription')}
            columns={[{ header: texts('pictures.week') }, { header: units, isNumber: true }]}
            rows={WEEKS.map((each) => [each.week, formats.number(each.units)])}
          >
            <Bars
              data={WEEKS}
              dataKey="week"
              series={[{ name: 'units', label: units, color: 'var(--nv-accent)' }]}
            />
          </Picture>
          <Picture
            level={3}
            title={texts('pictures.curves')}
            description={texts('pictures.curvesDescription')}
            columns={[{ header: texts('pictures.hour') }, { header: degrees, isNumber: true }]}
            rows={READINGS.map((each) => [each.hour, formats.decimal(each.degrees)])}
          >
            <Curves
              data={READINGS}
              dataKey="hour"
              curveType="linear"
              series={[{ name: 'degrees', label: degrees, color: 'var(--nv-cold)' }]}
              referenceLines={[COLD_MIN, COLD_MAX].map((y) => ({
                y,
                label: `${formats.decimal(y)} °C`,
                color: 'var(--nv-dimmed)',
              }))}
            />
          </Picture>
        </Stack>
      </Shown>
    </Panel>
  )
}
