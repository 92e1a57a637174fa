import { Button, Group, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, read } from '../../api/client.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Lines } from '../../ui/state/loadable.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { deliveryPointsQuery } from '../parts/place-queries.js'
import { useMember } from '../parts/use-member.js'
import type { TemperatureClass } from './shipment-queries.js'
import { TemperatureChoice } from './temperature-choice.js'
import { useTubeTexts } from './texts/index.js'

/** A container is opened for one temperature class, at one pick-up point; the rest is scanned. */
export function NewShipmentPage() {
  const t = useTubeTexts()
  const navigate = useNavigate()
  const { laboratoryId, establishmentId, canSend } = useMember()
  const points = useQuery(deliveryPointsQuery(establishmentId))
  const [pointId, setPointId] = useState<string>()
  const [chosen, setChosen] = useState<TemperatureClass>('ambient')
  const items = points.data?.items ?? []
  const deliveryPointId = pointId ?? items[0]?.id
  const create = useAct({
    act: () =>
      read(
        api['specimen-shipments'].$post({
          json: {
            groupingId: laboratoryId ?? '',
            establishmentId,
            deliveryPointId: deliveryPointId ?? '',
            temperatureClass: chosen,
          },
        }),
      ),
    changes: ['specimen-shipments', 'today'],
    onDone: ({ id }) => void navigate({ to: `/etablissement/prelevements/${id}`, replace: true }),
    quiet: true,
  })
  return (
    <Page
      title={t('new.title')}
      crumbs={[{ label: t('list.title'), to: '/etablissement/prelevements' }]}
    >
      {!canSend || laboratoryId === undefined ? (
        <EmptyState title={t('list.notHere')}>{t('list.notHereWhy')}</EmptyState>
      ) : points.isLoading ? (
        <Lines />
      ) : (
        <Panel title={t('new.container')}>
          <Stack gap="md" maw={720}>
            <TemperatureChoice value={chosen} onChange={setChosen} />
            <Select
              label={t('new.point')}
              data={items.map(({ id, name }) => ({ value: id, label: name }))}
              value={deliveryPointId ?? null}
              onChange={(id) => id && setPointId(id)}
              allowDeselect={false}
              size="md"
            />
            {create.error ? <ProblemAlert error={create.error} /> : null}
            <Group>
              <Button
                size="md"
                disabled={deliveryPointId === undefined}
                loading={create.isPending}
                onClick={() => create.mutate()}
              >
                {t('new.open')}
              </Button>
            </Group>
          </Stack>
        </Panel>
      )}
    </Page>
  )
}
