import { MantineThemeProvider } from '@mantine/core'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '../../api/query-client.js'
import { useSession } from '../../api/session.js'
import { forgetOld } from '../offline/keep-little.js'
import { keepSending } from '../offline/sync.js'
import { readRunsQuery, useReadRuns } from '../offline/use-read-runs.js'
import classes from './shell.module.css'
import { thumbTheme } from './thumb-theme.js'
import { useOfflineReady } from './use-offline-ready.js'

/** The courier's telephone: one column, large targets, everything kept on it, sending in the background. */
export function CourierShell() {
  const { user } = useSession()
  useReadRuns()
  useOfflineReady()
  useEffect(() => {
    void import('./keep-application.js').then(({ keepApplication }) => keepApplication())
    void navigator.storage?.persist?.()
    void forgetOld()
    const { queryKey } = readRunsQuery(user.id)
    return keepSending(user.id, () => void queryClient.invalidateQueries({ queryKey }))
  }, [user.id])
  return (
    <MantineThemeProvider theme={thumbTheme} inherit>
      <div className={classes['shell']}>
        <Outlet />
      </div>
    </MantineThemeProvider>
  )
}
