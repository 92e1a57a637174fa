import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useUiTexts } from '../texts.js'
import type { Explained, ProblemProps } from './explained.js'
import classes from './problem.module.css'

interface Props extends ProblemProps {
  readonly explained: Explained
}

/** What went wrong, drawn: a shape, what happened, the fields concerned, what to do now. */
export function ProblemNotice({ explained, error, onRetry, comesIntoView = false }: Props) {
  const texts = useUiTexts()
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Another error is another refusal, to be seen as well.
    if (comesIntoView && error) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [comesIntoView, error])
  const { tone, title, sentence, remedy, fields } = explained
  return (
    <div ref={shown} role="alert" className={classes['notice']} data-tone={tone}>
      <p className={classes['title']}>
        {tone === 'warn' ? '!' : '✕'} {title}
      </p>
      <p>{sentence}</p>
      {fields.length > 0 ? (
        <ul>
          {fields.map((field) => (
            <li key={`${field.path} ${field.sentence}`}>
              {field.label ? `${field.label}\u00a0: ` : ''}
              {field.sentence}
            </li>
          ))}
        </ul>
      ) : null}
      {remedy ? <p className={classes['remedy']}>{remedy}</p> : null}
      {onRetry ? (
        <Button variant="default" onClick={onRetry}>
          {texts('retry')}
        </Button>
      ) : null}
    </div>
  )
}
