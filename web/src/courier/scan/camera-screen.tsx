import { Button, Modal } from '@mantine/core'
import { IconBulb, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { lightTorch } from './camera.js'
import classes from './scan.module.css'
import { type CameraState, useCameraScan } from './use-camera-scan.js'

interface Props {
  readonly onCode: (code: string) => void
  readonly onClose: () => void
  /** The last verdict, below the picture. */
  readonly children: ReactNode
}

const SENTENCES = {
  opening: 'scan.opening',
  ready: 'scan.aim',
  denied: 'scan.denied',
  none: 'scan.noCamera',
  failed: 'scan.failed',
} as const satisfies Record<CameraState, string>

/** The camera over the whole screen: it goes on reading until it is closed. */
export function CameraScreen({ onCode, onClose, children }: Props) {
  const texts = useCourierTexts()
  const [video, setVideo] = useState<HTMLVideoElement | null>(null)
  const camera = useCameraScan(video, onCode)
  const [isLit, setLit] = useState(false)
  const { stream } = camera
  const toggle = async () => {
    if (stream === undefined) return
    await lightTorch(stream, !isLit)
    setLit(!isLit)
  }
  return (
    <Modal.Root opened onClose={onClose} fullScreen padding={0}>
      <Modal.Content aria-label={texts('scan.camera')}>
        <Modal.Body className={classes['camera']}>
          <video ref={setVideo} className={classes['video']} muted playsInline aria-hidden />
          <div className={classes['aim']} aria-hidden />
          <div className={classes['below']}>
            {children}
            <p className={classes['line']} role="status">
              {texts(SENTENCES[camera.state])}
            </p>
          </div>
          <div className={classes['cameraActs']}>
            {camera.hasTorch ? (
              <Button
                variant="default"
                leftSection={<IconBulb aria-hidden />}
                onClick={() => void toggle()}
              >
                {texts(isLit ? 'scan.torchOff' : 'scan.torchOn')}
              </Button>
            ) : null}
            <Button leftSection={<IconX aria-hidden />} onClick={onClose}>
              {texts('scan.stop')}
            </Button>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
