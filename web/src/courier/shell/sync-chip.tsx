import { IconWifiOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useOutbox } from '../offline/use-outbox.js'
import { useRunsTexts } from '../texts/use-runs-texts.js'
import classes from './shell.module.css'

/** How many acts are not with the server, on every screen; opens the list of them. */
export function SyncChip() {
  const texts = useRunsTexts()
  const { isRead, waiting, refused, note, isOffline } = useOutbox()
  const needsPerson = note?.end === 'signed-out' || note?.end === 'not-allowed'
  const tone =
    refused.length > 0 || needsPerson ? 'stop' : isOffline || waiting.length > 0 ? 'warn' : 'ok'
  const lines = [
    ...(isOffline ? [texts('sync.offline')] : []),
    ...(waiting.length > 0 ? [texts('sync.toSend', { count: waiting.length })] : []),
    ...(refused.length > 0 ? [`✕ ${texts('sync.refused', { count: refused.length })}`] : []),
    ...(note?.end === 'signed-out' && waiting.length > 0 ? [texts('sync.signIn')] : []),
  ]
  const sent = isRead ? texts('sync.allSent') : ''
  return (
    <Link
      to="/tournee/envois"
      className={classes['sync']}
      data-tone={tone}
      data-unsent={isRead ? waiting.length : undefined}
      aria-label={[lines.join(', ') || sent, texts('sync.open')].filter(Boolean).join('. ')}
    >
      {isRead && lines.length === 0 ? <span>✓ {texts('sync.sent')}</span> : null}
      {lines.map((line, index) => (
        <span key={line}>
          {isOffline && index === 0 ? (
            <IconWifiOff size={18} aria-hidden style={{ verticalAlign: 'text-bottom' }} />
          ) : null}{' '}
          {line}
        </span>
      ))}
    </Link>
  )
}
