import { Button, Select, Stack, Text, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RunView } from '../../../src/courier/run-schema.js'
import { isRunActionAllowed, type RunAction } from '../../../src/courier/transitions.js'
import { api, read } from '../api/client.js'
import { useSession } from '../api/session.js'
import { Confirm } from '../ui/form/confirm.js'
import { useAct } from '../ui/use-act.js'
import { couriersQuery } from './runs-queries.js'
import { useRunTexts } from './texts.js'

const CHANGES = ['runs', 'orders', 'deliveries', 'documents', 'today']
const REASON_MIN = 3

interface Props {
  readonly run: RunView
}

/** What this person may do to the run now: the table of the server says it, and decides again. */
export function RunActions({ run }: Props) {
  const session = useSession()
  const may = (action: RunAction) =>
    session.grants.some(
      ({ role, groupingId }) =>
        groupingId === run.groupingId && isRunActionAllowed(run.state, action, role),
    )
  const isDriven = run.stops.every(({ state }) => state !== 'pending' && state !== 'arrived')
  return (
    <>
      {may('abort') ? <Abort run={run} /> : null}
      {may('assign') ? <Assign run={run} /> : null}
      {may('start') ? <Start run={run} /> : null}
      {may('complete') && isDriven ? <Complete run={run} /> : null}
    </>
  )
}

const NOBODY = ''

function Assign({ run }: Props) {
  const t = useRunTexts()
  const [courierId, setCourierId] = useState(run.courierId ?? NOBODY)
  const couriers = useQuery(couriersQuery(run.groupingId, run.serviceOn))
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(
        api.runs[':id'].assign.$post({
          param: { id: run.id },
          json: { courierId: courierId === NOBODY ? null : courierId },
        }),
      ),
    changes: CHANGES,
    success: ({ courierId: given }) => t(given === null ? 'assign.takenBack' : 'assign.done'),
  })
  const people = couriers.data ?? []
  const isAssigned = run.courierId !== null
  return (
    <Confirm
      title={t('assign.title')}
      verb={t(courierId === NOBODY && isAssigned ? 'assign.takeBack' : 'assign.verb')}
      disabled={courierId === (run.courierId ?? NOBODY)}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button variant={isAssigned ? 'default' : 'filled'} onClick={open}>
          {t(isAssigned ? 'assign.change' : 'assign.button')}
        </Button>
      )}
    >
      {couriers.isSuccess && people.length === 0 ? <Text>{t('assign.noCourier')}</Text> : null}
      <Select
        label={t('assign.courier')}
        value={courierId}
        onChange={(chosen) => setCourierId(chosen ?? NOBODY)}
        data={[
          ...(isAssigned ? [{ value: NOBODY, label: t('assign.nobody') }] : []),
          ...people.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        allowDeselect={false}
        data-autofocus
      />
    </Confirm>
  )
}

function Start({ run }: Props) {
  const t = useRunTexts()
  const { mutateAsync, isPending } = useAct({
    act: () => read(api.runs[':id'].start.$post({ param: { id: run.id }, json: {} })),
    changes: CHANGES,
    success: t('start.done'),
  })
  return (
    <Confirm
      title={t('start.title')}
      verb={t('start.verb')}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => <Button onClick={open}>{t('start.button')}</Button>}
    >
      <Text>{t('start.explain')}</Text>
    </Confirm>
  )
}

function Complete({ run }: Props) {
  const t = useRunTexts()
  const { mutateAsync, isPending } = useAct({
    act: () => read(api.runs[':id'].complete.$post({ param: { id: run.id }, json: {} })),
    changes: CHANGES,
    success: t('complete.done'),
  })
  return (
    <Confirm
      title={t('complete.title')}
      verb={t('complete.verb')}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => <Button onClick={open}>{t('complete.button')}</Button>}
    >
      <Text>{t('complete.explain')}</Text>
    </Confirm>
  )
}

function Abort({ run }: Props) {
  const t = useRunTexts()
  const [reason, setReason] = useState('')
  const { mutateAsync, isPending } = useAct({
    act: () =>
      read(api.runs[':id'].abort.$post({ param: { id: run.id }, json: { reason: reason.trim() } })),
    changes: CHANGES,
    success: t('abort.done'),
  })
  return (
    <Confirm
      title={t('abort.title')}
      verb={t('abort.verb')}
      danger
      disabled={reason.trim().length < REASON_MIN}
      isPending={isPending}
      onConfirm={() => mutateAsync()}
      button={(open) => (
        <Button variant="default" onClick={open}>
          {t('abort.button')}
        </Button>
      )}
    >
      <Stack gap="sm">
        <Text>{t('abort.explain')}</Text>
        <Textarea
          label={t('abort.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          required
          data-autofocus
        />
      </Stack>
    </Confirm>
  )
}
