import {
  Autocomplete,
  Button,
  MultiSelect,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { signal } from '../../ui/scan/feedback.js'
import { useWedge } from '../../ui/scan/use-wedge.js'
import { ProblemAlert } from '../../ui/state/problem-alert.js'
import { useAct } from '../../ui/use-act.js'
import { type CollectionTime, CollectionTimeField } from './collection-time.js'
import { instantOf, wallClock } from './paris-time.js'
import { examsQuery, type Shipment } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'

const TUBE_TYPES = ['EDTA', 'CITRATE', 'HEPARINE', 'SEC', 'FLUORURE', 'URINES', 'ECOUVILLON']
const PROCESSINGS = ['whole', 'spun', 'aliquot'] as const
const URGENCIES = ['routine', 'urgent'] as const
const COLLECTOR_KEY = 'navette-collected-by'

/** One tube at a time; what does not change from one to the next is kept. */
export function TubeForm({ shipment }: { readonly shipment: Shipment }) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const exams = useQuery(examsQuery(shipment.groupingId))
  const codeField = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [examCodes, setExamCodes] = useState<string[]>([])
  const [tubeType, setTubeType] = useState('')
  const [processing, setProcessing] = useState<(typeof PROCESSINGS)[number]>('whole')
  const [urgency, setUrgency] = useState<(typeof URGENCIES)[number]>('routine')
  const [collected, setCollected] = useState<CollectionTime>(() => ({
    day: wallClock(Date.now()).day,
    time: '',
  }))
  const [collectedBy, setCollectedBy] = useState(() => localStorage.getItem(COLLECTOR_KEY) ?? '')
  const collectedAt = collected.time === '' ? undefined : instantOf(collected.day, collected.time)

  const add = useAct({
    act: () =>
      read(
        api['specimen-shipments'][':id'].tubes.$post({
          param: { id: shipment.id },
          json: {
            code,
            tubeType,
            processing,
            urgency,
            examCodes,
            ...(collectedAt !== undefined && {
              collectedAt: new Date(collectedAt).toISOString(),
            }),
            ...(collectedBy.trim() !== '' && { collectedBy: collectedBy.trim() }),
          },
        }),
      ),
    changes: ['specimen-shipments'],
    onDone: () => {
      localStorage.setItem(COLLECTOR_KEY, collectedBy)
      signal('ok')
      setCode('')
      setExamCodes([])
      codeField.current?.focus()
    },
    quiet: true,
  })
  const hear = (scanned: string) => {
    add.reset()
    setCode(scanned.trim().toUpperCase())
    signal('ok')
  }
  useWedge({ onScan: hear, isArmed: true, own: codeField })

  const isReady =
    code.trim() !== '' &&
    examCodes.length > 0 &&
    tubeType.trim() !== '' &&
    collectedAt !== undefined
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
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value)
          add.reset()
        }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        size="md"
        maxLength={48}
        data-autofocus
      />
      <MultiSelect
        label={t('form.exams')}
        placeholder={examCodes.length === 0 ? t('form.examsPlaceholder') : ''}
        data={(exams.data?.items ?? []).map((exam) => ({
          value: exam.code,
          label: `${exam.code} · ${exam.label}${exam.isCourierForbidden ? ` (${t('form.forbidden')})` : ''}`,
          disabled: exam.isCourierForbidden,
        }))}
        value={examCodes}
        onChange={setExamCodes}
        searchable
        hidePickedOptions
        nothingFoundMessage={t('form.noExam')}
        size="md"
        maxDropdownHeight={320}
      />
      <Autocomplete
        label={t('form.type')}
        placeholder={t('form.typePlaceholder')}
        data={TUBE_TYPES}
        value={tubeType}
        onChange={setTubeType}
        size="md"
        maxLength={40}
      />
      <SegmentedControl
        aria-label={t('form.processing')}
        data={PROCESSINGS.map((value) => ({ value, label: words.word('processing', value) }))}
        value={processing}
        onChange={(value) => setProcessing(PROCESSINGS.find((each) => each === value) ?? 'whole')}
        size="md"
      />
      <CollectionTimeField
        value={collected}
        onChange={setCollected}
        isInvalid={collected.time !== '' && collectedAt === undefined}
      />
      <SegmentedControl
        aria-label={t('form.urgency')}
        data={URGENCIES.map((value) => ({ value, label: words.word('urgency', value) }))}
        value={urgency}
        onChange={(value) => setUrgency(value === 'urgent' ? 'urgent' : 'routine')}
        size="md"
      />
      <TextInput
        label={t('form.by')}
        description={t('form.byHint')}
        value={collectedBy}
        onChange={(event) => setCollectedBy(event.currentTarget.value)}
        size="md"
        maxLength={80}
      />
      {add.error ? (
        <ProblemAlert error={add.error} />
      ) : add.isSuccess && code === '' && last ? (
        <Verdict tone="ok" detail={t('form.next')}>
          {t('form.added', { code: last.code })}
        </Verdict>
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
