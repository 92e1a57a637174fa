import { createTheme, MantineThemeProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useUiTexts } from './texts.js'

const SHOWN_MAX = 4

/** What was done or refused, for a moment: in a corner, and away from the thumb's buttons on a touch screen. */
export function NoticeBoard() {
  const texts = useUiTexts()
  const isTouched = window.matchMedia('(pointer: coarse)').matches
  const theme = useMemo(() => {
    const closeButtonProps = { 'aria-label': texts('close') }
    return createTheme({ components: { Notification: { defaultProps: { closeButtonProps } } } })
  }, [texts])
  return (
    <MantineThemeProvider theme={theme} inherit>
      <Notifications position={isTouched ? 'top-center' : 'bottom-right'} limit={SHOWN_MAX} />
    </MantineThemeProvider>
  )
}
