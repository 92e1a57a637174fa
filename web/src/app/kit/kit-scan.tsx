import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../../ui/layout/panel.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { signal } from '../../ui/scan/feedback.js'
import { ScanField } from '../../ui/scan/scan-field.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const TONES = ['ok', 'warn', 'stop'] as const

/** How the screens hear a scanner, and answer it. */
export function KitScan() {
  const texts = useKitTexts()
  const [heard, setHeard] = useState<{ code: string; mode: 'scan' | 'hand' }>()
  return (
    <Panel title={texts('sections.scan')}>
      <Shown name="ScanField" use={texts('scan.field')}>
        <Stack gap="sm">
          <ScanField
            label={texts('scan.label')}
            onScan={(code, mode) => setHeard({ code, mode })}
          />
          {heard ? (
            <Verdict
              tone="info"
              detail={texts(heard.mode === 'scan' ? 'scan.byScan' : 'scan.byHand')}
            >
              {texts('scan.heard', { code: heard.code })}
            </Verdict>
          ) : null}
        </Stack>
      </Shown>
      <Shown name="signal()" use={texts('scan.signal')}>
        <Group gap="sm">
          {TONES.map((tone) => (
            <Button key={tone} variant="default" onClick={() => signal(tone)}>
              {texts(`scan.${tone}`)}
            </Button>
          ))}
        </Group>
      </Shown>
    </Panel>
  )
}
