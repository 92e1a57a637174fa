import { Alert, Button, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useUiTexts } from '../texts.js'
import type { Explained, ProblemProps } from './explained.js'

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
    <Alert
      ref={shown}
      role="alert"
      color={tone === 'warn' ? 'yellow' : 'red'}
      variant="light"
      title={`${tone === 'warn' ? '!' : '✕'} ${title}`}
      styles={{
        root: { background: `var(--nv-${tone}-soft)` },
        title: { color: `var(--nv-${tone})` },
        message: { color: 'var(--nv-ink)' },
      }}
    >
      <Stack gap="xs" align="flex-start">
        <Text>{sentence}</Text>
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
        {remedy ? <Text fw={500}>{remedy}</Text> : null}
        {onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {texts('retry')}
          </Button>
        ) : null}
      </Stack>
    </Alert>
  )
}
