import { Text } from '@mantine/core'
import { Panel } from '../../ui/layout/panel.js'
import classes from './kit.module.css'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const COLOURS = [
  ['accent', true],
  ['ok', true],
  ['warn', true],
  ['stop', true],
  ['info', true],
  ['cold', true],
  ['ambient', true],
  ['frozen', true],
  ['narcotic', true],
  ['ink', false],
  ['dimmed', false],
] as const

const SCALE = [
  ['verdict', '40 px', { fontSize: '2.5rem', lineHeight: 1.15, fontWeight: 600 }],
  ['title', '28 / 36 px', { fontSize: '1.75rem', lineHeight: '2.25rem', fontWeight: 600 }],
  ['section', '20 / 28 px', { fontSize: '1.25rem', lineHeight: '1.75rem', fontWeight: 600 }],
  ['body', '16 / 24 px', { fontSize: '1rem', lineHeight: '1.5rem' }],
  ['table', '14 / 20 px', { fontSize: '0.875rem', lineHeight: '1.25rem' }],
  ['small', '13 / 20 px', { fontSize: '0.8125rem', lineHeight: '1.25rem' }],
  ['code', '14 px', { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.875rem' }],
] as const

/** What everything else is made of. */
export function KitFoundations() {
  const texts = useKitTexts()
  return (
    <Panel title={texts('sections.foundations')}>
      <Shown name="--nv-*" use={texts('foundations.colours')}>
        <div className={classes['swatches']}>
          {COLOURS.map(([name, isPair]) => (
            <div key={name} className={classes['swatch']}>
              <div className={classes['pair']}>
                <span style={{ background: `var(--nv-${name})` }} />
                <span style={{ background: `var(--nv-${isPair ? `${name}-soft` : 'paper'})` }} />
              </div>
              <div className={classes['name']}>
                <span className="nv-code">--nv-{name}</span>
                <div style={{ color: `var(--nv-${name})` }}>{texts(`foundations.${name}`)}</div>
              </div>
            </div>
          ))}
        </div>
      </Shown>
      <Shown name="Source Sans 3" use={texts('foundations.type')}>
        <div className={classes['scale']}>
          {SCALE.map(([name, size, style]) => (
            <div key={name}>
              <span style={style}>{texts(`foundations.scale.${name}`)}</span>
              <span className={classes['size']}>{size}</span>
            </div>
          ))}
        </div>
        <Text size="sm" c="dimmed" mt="sm">
          {texts('foundations.space')}
        </Text>
      </Shown>
    </Panel>
  )
}
