import { Autocomplete, MultiSelect, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../texts/formats.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { examsQuery, tubeRulesQuery } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import { unsuitedExams } from './unsuited-exams.js'
import { PROCESSINGS, type TubeEntry } from './use-tube-entry.js'

const TUBE_TYPES = ['EDTA', 'CITRATE', 'HEPARINE', 'SEC', 'FLUORURE', 'URINES', 'ECOUVILLON']

interface Props extends Pick<TubeEntry, 'said' | 'say'> {
  readonly laboratoryId: string
}

/** What the tube is for, what it is, and what was done to it. */
export function TubeContents({ laboratoryId, said, say }: Props) {
  const t = useTubeTexts()
  const words = useVocabulary()
  const exams = useQuery(examsQuery(laboratoryId))
  return (
    <>
      <MultiSelect
        label={t('form.exams')}
        placeholder={said.examCodes.length === 0 ? t('form.examsPlaceholder') : ''}
        data={(exams.data?.items ?? []).map((exam) => ({
          value: exam.code,
          label: `${exam.code} · ${exam.label}${exam.isCourierForbidden ? ` (${t('form.forbidden')})` : ''}`,
          disabled: exam.isCourierForbidden,
        }))}
        value={said.examCodes}
        onChange={(examCodes) => say({ examCodes })}
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
        value={said.tubeType}
        onChange={(tubeType) => say({ tubeType })}
        size="md"
        maxLength={40}
      />
      <Unsuited laboratoryId={laboratoryId} said={said} />
      <SegmentedControl
        aria-label={t('form.processing')}
        data={PROCESSINGS.map((value) => ({ value, label: words.word('processing', value) }))}
        value={said.processing}
        onChange={(value) =>
          say({ processing: PROCESSINGS.find((each) => each === value) ?? 'whole' })
        }
        size="md"
      />
    </>
  )
}

/** Said before the tube leaves: nothing is refused, the laboratory decides. */
function Unsuited({ laboratoryId, said }: Omit<Props, 'say'>) {
  const t = useTubeTexts()
  const formats = useFormats()
  const rules = useQuery(tubeRulesQuery(laboratoryId))
  const list = new Intl.ListFormat(formats.locale, { type: 'disjunction' })
  const unsuited = unsuitedExams(rules.data?.items ?? [], { ...said, day: said.collected.day })
  return (
    <div role="status">
      {unsuited.map(({ examCode, tubeTypes }) => (
        <Text key={examCode} c="var(--nv-warn)" fw={500}>
          !{' '}
          {t('form.unsuited', {
            exam: examCode,
            types: list.format(tubeTypes),
            type: said.tubeType.trim().toLowerCase(),
          })}
        </Text>
      ))}
    </div>
  )
}
