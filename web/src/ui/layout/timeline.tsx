import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../texts.js'
import classes from './layout.module.css'

export interface TimelineEntry {
  readonly id: string
  readonly at: string
  readonly what: ReactNode
  readonly who?: string
  readonly detail?: ReactNode
}

/** Who did what when, in the order given. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const texts = useUiTexts()
  const formats = useFormats()
  if (entries.length === 0) return <Text c="dimmed">{texts('timeline.empty')}</Text>
  return (
    <ol className={classes['timeline']}>
      {entries.map(({ id, at, what, who, detail }) => (
        <li key={id}>
          <div className={classes['what']}>{what}</div>
          <div className={classes['who']}>
            <time dateTime={at}>{formats.dateTime(at)}</time>
            {who ? ` · ${who}` : ''}
          </div>
          {detail ? <div>{detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
