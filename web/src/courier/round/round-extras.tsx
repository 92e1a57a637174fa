import { Button } from '@mantine/core'
import { IconTemperature } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '../../api/client.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import type { LocalRun } from '../offline/local-run.js'
import { quietApi } from '../offline/quiet-api.js'
import { recordActs } from '../offline/record-acts.js'
import { useIsOnline } from '../offline/use-is-online.js'
import { useDriver } from '../offline/use-round.js'
import { TemperatureSheet } from '../scan/temperature-sheet.js'
import { ReasonChoice, type ReasonValue, reasonSentence } from '../shell/reason-choice.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

interface Props {
  readonly run: LocalRun
  readonly isMine: boolean
}

/** What is needed now and then: a thermometer, the paper, giving up. */
export function RoundExtras({ run, isMine }: Props) {
  const texts = useCourierTexts()
  const [isReading, setReading] = useState(false)
  return (
    <>
      {isMine ? (
        <Button
          variant="default"
          leftSection={<IconTemperature aria-hidden />}
          onClick={() => setReading(true)}
        >
          {texts('round.boardTemperature')}
        </Button>
      ) : null}
      <TemperatureSheet isOpen={isReading} onClose={() => setReading(false)} run={run} />
      <SheetDocument run={run} />
      {isMine && run.state === 'started' ? <AbortRun run={run} /> : null}
    </>
  )
}

/** The paper issued when the van left; reading it needs the network. */
function SheetDocument({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const isOnline = useIsOnline()
  const { data } = useQuery({
    queryKey: ['documents', 'run-sheet', run.id],
    queryFn: () =>
      read(
        quietApi.documents.$get({ query: { subjectType: 'run', subjectId: run.id, limit: '1' } }),
      ),
    enabled: isOnline && run.startedAt !== null,
  })
  const [sheet] = data?.items ?? []
  if (sheet === undefined) return null
  return <DocumentButton documentId={sheet.id} title={texts('round.sheet')} />
}

const REASONS = ['breakdown', 'accident', 'weather', 'ill', 'other'] as const
type Reason = (typeof REASONS)[number]

function AbortRun({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const word = (code: Reason) => texts(`abortReason.${code}`)
  const [isAsking, setAsking] = useState(false)
  const [value, setValue] = useState<ReasonValue<Reason>>({ code: undefined, details: '' })
  const reason = reasonSentence(value, word)
  const abort = async () => {
    if (reason === undefined) return
    await recordActs(driver, [{ type: 'command', command: { name: 'abort', reason } }])
    setAsking(false)
  }
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {texts('round.abort')}
      </Button>
      <Sheet isOpen={isAsking} onClose={() => setAsking(false)} title={texts('round.abortTitle')}>
        <p style={{ margin: 0 }}>{texts('round.abortSentence')}</p>
        <ReasonChoice
          label={texts('outcome.noReason')}
          codes={REASONS}
          word={word}
          value={value}
          onChange={setValue}
        />
        <Button color="red" disabled={reason === undefined} onClick={() => void abort()}>
          {texts('round.abortVerb')}
        </Button>
      </Sheet>
    </>
  )
}
