import { Alert, Stack, Text } from '@mantine/core'
import type { StatementView } from '../../../../src/billing/schema.js'
import { useStatementsTexts } from './texts.js'

/** What the member objects, in its own words, and what to do about it. */
export function DisputeWords({ statement }: { readonly statement: StatementView }) {
  const texts = useStatementsTexts()
  if (statement.disputeReason === null) return null
  const isOpen = statement.state === 'disputed'
  return (
    <Alert
      color={isOpen ? 'yellow' : 'gray'}
      variant="light"
      title={isOpen ? `! ${texts('dispute.disputed')}` : texts('dispute.title')}
      styles={{
        title: { color: isOpen ? 'var(--nv-warn)' : 'var(--nv-ink)' },
        message: { color: 'var(--nv-ink)' },
      }}
    >
      <Stack gap="xs">
        <Text component="blockquote" m={0}>
          « {statement.disputeReason} »
        </Text>
        {isOpen ? <Text>{texts('dispute.remedy')}</Text> : null}
      </Stack>
    </Alert>
  )
}
