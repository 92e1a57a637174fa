import { Button, Group } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import { useFormats } from '../../texts/formats.js'
import { database } from '../offline/database.js'
import type { Act, Refusal } from '../offline/model.js'
import { setAside, tryAgain } from '../offline/record-acts.js'
import { Section } from '../shell/screen.js'
import classes from '../shell/shell.module.css'
import { useCourierTexts } from '../texts/use-courier-texts.js'

interface Props {
  readonly title: string
  readonly acts: readonly Act[]
}

/** Acts as the courier did them, with what the server said of those it did not take. */
export function ActList({ title, acts }: Props) {
  if (acts.length === 0) return null
  return (
    <Section title={`${title} · ${acts.length}`}>
      {acts.map((act) => (
        <ActCard key={act.position} act={act} />
      ))}
    </Section>
  )
}

function ActCard({ act }: { readonly act: Act }) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const words = useActWords()
  const { refusal, state } = act
  const isStuck = state === 'refused' || state === 'conflict'
  return (
    <div className={classes['card']}>
      <div className={classes['row']}>
        <span className={classes['strong']} style={{ overflowWrap: 'anywhere' }}>
          {words(act)}
        </span>
        <time dateTime={act.at}>{formats.shortDateTime(act.at)}</time>
      </div>
      {refusal === undefined ? null : <Why refusal={refusal} />}
      {isStuck ? (
        <Group gap="xs">
          {act.type === 'command' && state === 'refused' ? (
            <Button variant="default" flex={1} onClick={() => void tryAgain(act.position)}>
              {texts('outbox.retry')}
            </Button>
          ) : null}
          <Button variant="default" flex={1} onClick={() => void setAside(act.position)}>
            {texts('outbox.setAside')}
          </Button>
        </Group>
      ) : null}
    </div>
  )
}

const EXPLAINED = [
  'wrong-state',
  'forbidden',
  'not-found',
  'invalid-input',
  'idempotency-key-reused',
  'duplicate',
  'conflict',
  'rejected',
] as const

function Why({ refusal }: { readonly refusal: Refusal }) {
  const texts = useCourierTexts()
  const code = EXPLAINED.find((known) => known === refusal.code) ?? 'other'
  return (
    <>
      <p style={{ margin: 0 }}>{texts(`refusal.${code}`)}</p>
      {refusal.detail === '' ? null : (
        <p className={`${classes['small']} ${classes['dimmed']}`} style={{ margin: 0 }}>
          {texts('outbox.why', { reason: refusal.detail })}
        </p>
      )}
    </>
  )
}

/** The words of an act: stops are named by what this telephone knows of its runs. */
function useActWords(): (act: Act) => string {
  const texts = useCourierTexts()
  const formats = useFormats()
  const runs = useLiveQuery(() => database.runs.toArray(), []) ?? []
  const stopName = (id: string | undefined) =>
    runs.flatMap(({ run }) => run.stops).find((stop) => stop.id === id)?.shortName ?? ''
  return (act) => {
    if (act.type === 'event') {
      const { kind, containerCode: code = '', runStopId, temperatureDeciCelsius = 0 } = act.event
      const value = formats.decimal(temperatureDeciCelsius / 10)
      return texts(`act.${kind}`, { code, value, stop: stopName(runStopId) })
    }
    const { command } = act
    if (command.name === 'close') {
      const outcome = texts(`outcome.${command.outcome}`)
      return texts('act.close', { stop: stopName(command.stopId), outcome })
    }
    if (command.name === 'sign') return texts('act.sign', { name: command.signerName })
    return texts(`act.${command.name}`)
  }
}
