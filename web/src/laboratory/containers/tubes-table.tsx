import type { ShipmentView, TubeView } from '../../../../src/specimens/view-schema.js'
import { useFormats } from '../../texts/formats.js'
import { useReceptionReasons } from '../../texts/reception-reasons.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Code } from '../../ui/marks/amounts.js'
import { Countdown } from '../../ui/marks/countdown.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { type Column, DataTable } from '../../ui/table/data-table.js'
import { useUiTexts } from '../../ui/texts.js'
import { useNow } from '../../ui/use-now.js'
import { isDecided, isExpired } from '../bench/tube-state.js'
import { useContainerTexts } from './texts.js'

/** The tubes of a container: what for, until when, by which rule, and what the bench said. */
export function TubesTable({ shipment }: { readonly shipment: ShipmentView }) {
  const texts = useContainerTexts()
  const now = useNow()
  return (
    <DataTable
      label={texts('tubesOf', { number: shipment.number })}
      columns={useTubeColumns()}
      rows={shipment.tubes}
      rowId={({ id }) => id}
      emphasis={(tube) =>
        !isDecided(tube) && isExpired(tube, now)
          ? 'late'
          : tube.urgency === 'urgent'
            ? 'urgent'
            : undefined
      }
    />
  )
}

function useTubeColumns(): readonly Column<TubeView>[] {
  const texts = useContainerTexts()
  const ui = useUiTexts()
  const words = useVocabulary()
  const formats = useFormats()
  return [
    {
      key: 'code',
      header: texts('tubeColumn.code'),
      sticky: true,
      cell: ({ code, urgency }) => (
        <>
          <Code>{code}</Code>
          {urgency === 'urgent' ? (
            <div>
              <strong>{ui('urgent')}</strong>
            </div>
          ) : null}
        </>
      ),
    },
    {
      key: 'kind',
      header: texts('tubeColumn.kind'),
      cell: ({ tubeType, processing, isUnlisted }) =>
        isUnlisted ? texts('unlisted') : `${tubeType} · ${words.word('processing', processing)}`,
    },
    {
      key: 'exams',
      header: texts('tubeColumn.exams'),
      cell: ({ exams }) =>
        exams
          .map(({ code, hasRule }) => (hasRule ? code : `${code} (${texts('noRule')})`))
          .join(', ') || '–',
    },
    {
      key: 'collected',
      header: texts('tubeColumn.collected'),
      cell: ({ collectedAt }) => (collectedAt === null ? '–' : formats.shortDateTime(collectedAt)),
    },
    {
      key: 'deadline',
      header: texts('tubeColumn.deadline'),
      cell: (tube) => <TubeDeadline tube={tube} />,
    },
    {
      key: 'rule',
      header: texts('tubeColumn.rule'),
      cell: ({ deciding }) =>
        deciding === null
          ? '–'
          : texts('ruleVersion', { exam: deciding.examCode, version: deciding.version }),
    },
    {
      key: 'verdict',
      header: texts('tubeColumn.verdict'),
      cell: ({ state }) => <StateBadge state={state}>{words.word('tubeState', state)}</StateBadge>,
    },
    { key: 'why', header: texts('tubeColumn.why'), cell: (tube) => <Why tube={tube} /> },
  ]
}

function TubeDeadline({ tube }: { readonly tube: TubeView }) {
  const formats = useFormats()
  if (tube.deadlineAt === null) return <>–</>
  if (isDecided(tube)) return <>{formats.shortDateTime(tube.deadlineAt)}</>
  return <Countdown to={tube.deadlineAt} />
}

function Why({ tube }: { readonly tube: TubeView }) {
  const texts = useContainerTexts()
  const reasons = useReceptionReasons()
  const last = tube.verdicts.at(-1)
  if (last === undefined) return <>–</>
  const parts = [
    last.reasonCode === null ? '' : reasons.word('reason', last.reasonCode),
    last.comment,
    last.inputMode === 'hand' ? texts('byHand') : '',
    last.needsNewCollection ? texts('newCollection') : '',
  ].filter(Boolean)
  return <>{parts.join(' · ') || '–'}</>
}
