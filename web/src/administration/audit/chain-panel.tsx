import { Button, Group, Stack, Text } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AuditChainView } from '../../../../src/audit/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { TONE_SHAPES } from '../../ui/marks/tone.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useAuditTexts } from './texts.js'

const KEPT_MS = 300_000

/** The whole chain is recomputed: kept for a while, and asked for again by hand. */
const chainQuery = (groupingId: string) =>
  queryOptions({
    queryKey: ['audit-chain', groupingId],
    queryFn: () => read(api['audit-chain'].$get({ query: { groupingId } })),
    staleTime: KEPT_MS,
  })

/** Whether the trail is whole: nothing missing, nothing changed. */
export function ChainPanel({ groupingId }: { readonly groupingId: string }) {
  const texts = useAuditTexts()
  const query = useQuery(chainQuery(groupingId))
  return (
    <Panel
      title={texts('chain.title')}
      aside={
        <Button
          variant="default"
          size="compact-md"
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {texts('chain.again')}
        </Button>
      }
    >
      <Loadable query={query} skeleton={<Text c="dimmed">{texts('chain.checking')}</Text>}>
        {(chain) => <Chain chain={chain} />}
      </Loadable>
    </Panel>
  )
}

function Chain({ chain }: { readonly chain: AuditChainView }) {
  const texts = useAuditTexts()
  const formats = useFormats()
  const { sealed, unsealed, headHash, brokenAt, checkedAt } = chain
  const tone = brokenAt ? 'stop' : 'ok'
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600} c={sealed === 0 ? undefined : `var(--nv-${tone})`}>
        {`${TONE_SHAPES[tone]} `}
        {brokenAt
          ? texts('chain.broken', {
              position: formats.number(brokenAt.position),
              reason: texts(`reason.${brokenAt.reason}`),
            })
          : sealed === 0
            ? texts('chain.none')
            : texts('chain.whole', { count: formats.number(sealed) })}
      </Text>
      {brokenAt ? <Text fw={600}>{texts('chain.brokenHint')}</Text> : null}
      <Text size="sm" c="dimmed">
        {texts('chain.at', { time: formats.time(checkedAt) })}.{' '}
        {unsealed > 0 ? `${texts('chain.unsealed', { count: unsealed })} ` : ''}
        {texts('sealHint')}
      </Text>
      {headHash === '' ? null : (
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {texts('chain.head')}
            {'\u00a0:'}
          </Text>
          <Text
            size="sm"
            className="nv-code"
            title={texts('chain.headHint')}
            style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
          >
            {headHash}
          </Text>
        </Group>
      )}
    </Stack>
  )
}
