import { Progress, Stack, Text } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { JobView } from '../../../../src/operations/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../texts.js'

const WAIT_MS = 700
const ENDED = new Set(['completed', 'failed'])

export const jobQuery = (queue: JobView['queue'], id: string) =>
  queryOptions({
    queryKey: ['jobs', queue, id],
    queryFn: () => read(api.jobs[':queue'][':id'].$get({ param: { queue, id } })),
    refetchInterval: ({ state }) => (state.data && ENDED.has(state.data.state) ? false : WAIT_MS),
  })

interface Props {
  readonly queue: JobView['queue']
  readonly id: string
  readonly label: string
}

/** How far a long piece of work has come, until it ends. */
export function JobProgress({ queue, id, label }: Props) {
  const texts = useUiTexts()
  const formats = useFormats()
  const { data: job } = useQuery(jobQuery(queue, id))
  const percent = job?.state === 'completed' ? 100 : (job?.percent ?? 0)
  const word =
    job?.state === 'failed'
      ? texts('job.failed')
      : job?.state === 'completed'
        ? texts('job.done')
        : percent > 0 || job?.state === 'active'
          ? texts('job.running')
          : texts('job.waiting')
  return (
    <Stack gap={4}>
      <Text size="sm">
        {label}
        {'\u00a0: '}
        {word}, {formats.percent(percent / 100)}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent}
          color={job?.state === 'failed' ? 'red' : 'accent'}
          aria-label={label}
        />
      </Progress.Root>
    </Stack>
  )
}
