import { Button } from '@mantine/core'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { isMuted, mute } from '../../ui/scan/feedback.js'
import { useRunsTexts } from '../texts/use-runs-texts.js'

export function SoundButton() {
  const texts = useRunsTexts()
  const [muted, setMuted] = useState(isMuted)
  const toggle = () => {
    mute(!muted)
    setMuted(!muted)
  }
  return (
    <Button
      variant="default"
      onClick={toggle}
      leftSection={muted ? <IconVolume aria-hidden /> : <IconVolumeOff aria-hidden />}
    >
      {texts(muted ? 'soundOn' : 'soundOff')}
    </Button>
  )
}
