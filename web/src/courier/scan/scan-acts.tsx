import { Button } from '@mantine/core'
import { IconBarcode, IconKeyboard } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWedge } from '../../ui/scan/use-wedge.js'
import type { Place } from '../offline/judge-scan.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { HandSheet } from './hand-sheet.js'
import type { ScanDesk } from './use-scan.js'
import { VerdictPanel } from './verdict-panel.js'

const CameraScreen = lazy(async () => {
  const { CameraScreen: Screen } = await import('./camera-screen.js')
  return { default: Screen }
})

interface Props {
  readonly desk: ScanDesk
  readonly place: Place
}

/** The ways to give a code: the camera, a scanner that types, the hand. */
export function ScanActs({ desk, place }: Props) {
  const texts = useCourierTexts()
  const [isCamera, setCamera] = useState(false)
  const [isHand, setHand] = useState(false)
  useWedge({ onScan: (code) => desk.hear(code, 'wedge'), isArmed: true })
  return (
    <>
      <Button
        data-wide
        leftSection={<IconBarcode size={28} aria-hidden />}
        onClick={() => setCamera(true)}
      >
        {texts('scan.scan')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconKeyboard aria-hidden />}
        onClick={() => setHand(true)}
      >
        {texts('scan.hand')}
      </Button>
      <HandSheet
        isOpen={isHand}
        onClose={() => setHand(false)}
        onCode={(code, reason) => desk.hear(code, 'manual', { reason })}
      />
      {isCamera ? (
        <Suspense fallback={null}>
          <CameraScreen
            onCode={(code) => desk.hear(code, 'camera')}
            onClose={() => setCamera(false)}
          >
            <VerdictPanel desk={desk} place={place} />
          </CameraScreen>
        </Suspense>
      ) : null}
    </>
  )
}
