import { Button, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { CollectionTimeField } from './collection-time.js'
import type { Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import { TubeContents } from './tube-contents.js'
import { URGENCIES, useTubeEntry } from './use-tube-entry.js'

/** One tube at a time; what does not change from one to the next is kept. */
export function TubeForm({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const { codeField, said, say, write, add, isTimeInvalid, missing } = useTubeEntry(shipment)
  const formats = useFormats()
  const isReady = missing.length === 0
  const isBegun = said.code.trim() !== ''
  const list = new Intl.ListFormat(formats.locale, { type: 'conjunction' })
  const last = shipment.tubes.at(-1)
  return (
    <Stack
      gap="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) add.mutate()
      }}
    >
      <TextInput
        ref={codeField}
        label={t('form.code')}
        placeholder={t('form.codePlaceholder')}
        value={said.code}
        onChange={(event) => write(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        size="md"
        maxLength={48}
        data-autofocus
      />
      <TubeContents laboratoryId={shipment.groupingId} said={said} say={say} />
      <CollectionTimeField
        value={said.collected}
        onChange={(collected) => say({ collected })}
        isInvalid={isTimeInvalid}
      />
      <SegmentedControl
        aria-label={t('form.urgency')}
        data={URGENCIES.map((value) => ({ value, label: words.word('urgency', value) }))}
        value={said.urgency}
        onChange={(value) => say({ urgency: value === 'urgent' ? 'urgent' : 'routine' })}
        size="md"
      />
      <TextInput
        label={t('form.by')}
        description={t('form.byHint')}
        value={said.collectedBy}
        onChange={(event) => say({ collectedBy: event.currentTarget.value })}
        size="md"
        maxLength={80}
      />
      {add.error ? (
        <ProblemAlert error={add.error} />
      ) : add.isSuccess && said.code === '' && last ? (
        <Verdict tone="ok" detail={t('form.next')}>
          {t('form.added', { code: last.code })}
        </Verdict>
      ) : null}
      {isBegun && !isReady ? (
        <Text size="sm" role="status">
          {t('form.missing', {
            fields: list.format(missing.map((each) => t(`form.lacks.${each}`))),
          })}
        </Text>
      ) : null}
      <Button
        type="submit"
        size="md"
        leftSection={<IconPlus size={18} aria-hidden />}
        disabled={!isReady}
        loading={add.isPending}
      >
        {t('form.add')}
      </Button>
    </Stack>
  )
}
