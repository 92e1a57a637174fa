import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { DiscrepancyView, Settlement } from '../../../../src/deliveries/schema.js'
import { api, read } from '../../api/client.js'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Confirm } from '../../ui/form/confirm.js'
import { useAct } from '../../ui/use-act.js'
import { useDiscrepancyTexts } from './texts.js'

const SETTLEMENTS = [
  'found-delivered',
  'returned-to-stock',
  'lost',
  'destroyed',
] as const satisfies readonly Settlement[]
const NOTE_MIN = 3

/** Says where the units are, in a word and in the pharmacist's own words. */
export function SettleDiscrepancy({ discrepancy }: { readonly discrepancy: DiscrepancyView }) {
  const t = useDiscrepancyTexts()
  const words = useVocabulary()
  const formats = useFormats()
  const [settlement, setSettlement] = useState<Settlement>()
  const [note, setNote] = useState('')
  const { mutateAsync, isPending } = useAct({
    act: (chosen: Settlement) =>
      read(
        api.discrepancies[':id'].settle.$post({
          param: { id: discrepancy.id },
          json: { settlement: chosen, note: note.trim() },
        }),
      ),
    changes: ['discrepancies', 'deliveries', 'orders', 'stock', 'today'],
    success: t('settle.done'),
  })
  return (
    <Confirm
      title={t('settle.title', { n: formats.number(discrepancy.units) })}
      verb={t('settle.verb')}
      isPending={isPending}
      disabled={settlement === undefined || note.trim().length < NOTE_MIN}
      onConfirm={async () => {
        if (settlement !== undefined) await mutateAsync(settlement)
      }}
      button={(open) => <Button onClick={open}>{t('settle.button')}</Button>}
    >
      <Stack gap="md">
        <Radio.Group
          label={t('settle.where')}
          value={settlement ?? null}
          onChange={(chosen) => setSettlement(SETTLEMENTS.find((each) => each === chosen))}
          required
        >
          <Stack gap="xs" mt="xs">
            {SETTLEMENTS.map((each) => (
              <Radio
                key={each}
                value={each}
                label={words.word('settlement', each)}
                description={t(`settle.hint.${each}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('settle.note')}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          autosize
          minRows={2}
          maxLength={500}
          required
        />
      </Stack>
    </Confirm>
  )
}
