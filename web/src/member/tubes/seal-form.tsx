import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useFormats } from '../../texts/formats.js'
import { Panel } from '../../ui/layout/panel.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { PackingChecklist } from './packing-checklist.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import { useSeal } from './use-seal.js'

/** Closes the container: the packing is checked point by point, and what comes too late says why it goes. */
export function SealForm({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const formats = useFormats()
  const list = new Intl.ListFormat(formats.locale, { type: 'conjunction' })
  const { said, say, needsLogger, needsReason, lacks, act } = useSeal(shipment)
  return (
    <Panel title={t('seal.title')}>
      <Stack gap="md">
        <PackingChecklist
          checklist={said.checklist}
          onCheck={(point, isChecked) =>
            say({ checklist: { ...said.checklist, [point]: isChecked } })
          }
        />
        <TextInput
          label={t('seal.number')}
          value={said.sealNumber}
          onChange={(event) => say({ sealNumber: event.currentTarget.value })}
          autoComplete="off"
          size="md"
          maxLength={40}
          required
        />
        {needsLogger ? (
          <TextInput
            label={t('seal.logger')}
            description={t('seal.loggerHint')}
            value={said.loggerId}
            onChange={(event) => say({ loggerId: event.currentTarget.value })}
            autoComplete="off"
            size="md"
            maxLength={40}
            required
          />
        ) : null}
        {needsReason ? (
          <Textarea
            label={t('seal.reason')}
            description={t('seal.reasonHint')}
            value={said.reason}
            onChange={(event) => say({ reason: event.currentTarget.value })}
            autosize
            minRows={2}
            required
          />
        ) : null}
        {act.error ? <ProblemAlert error={act.error} /> : null}
        {lacks.length > 0 ? (
          <Text size="sm" role="status">
            {t('form.missing', {
              fields: list.format(lacks.map((lack) => t(`seal.lacks.${lack}`))),
            })}
          </Text>
        ) : null}
        <Button
          size="md"
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={lacks.length > 0}
          loading={act.isPending}
          onClick={() => act.mutate()}
        >
          {t('seal.button')}
        </Button>
      </Stack>
    </Panel>
  )
}
