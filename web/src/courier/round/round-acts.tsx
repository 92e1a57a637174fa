import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { aboard, isOpen, nextStop, totesToLoad } from '../offline/at-stop.js'
import type { LocalRun } from '../offline/local-run.js'
import { recordActs } from '../offline/record-acts.js'
import { useDriver } from '../offline/use-round.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

/** What comes next on the round, at the thumb: load, leave, the next stop, come back, finish. */
export function RoundActs({ run }: { readonly run: LocalRun }) {
  if (run.state === 'assigned') return <BeforeLeaving run={run} />
  if (run.state === 'started') return <OnTheRoad run={run} />
  return null
}

function BeforeLeaving({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const [isAsking, setAsking] = useState(false)
  const totes = totesToLoad(run)
  const missing = totes.filter(({ phase }) => phase === 'waiting')
  const leave = async () => {
    await recordActs(driver, [{ type: 'command', command: { name: 'start' } }])
    setAsking(false)
  }
  const done = totes.length - missing.length
  return (
    <>
      {totes.length > 0 ? (
        <Button
          component={Link}
          to={`/tournee/${run.id}/chargement`}
          variant={missing.length > 0 ? 'filled' : 'default'}
        >
          {texts('round.load')}
        </Button>
      ) : null}
      <Button
        variant={missing.length > 0 ? 'default' : 'filled'}
        onClick={() => (missing.length > 0 ? setAsking(true) : void leave())}
      >
        {texts('round.start')}
      </Button>
      {totes.length > 0 ? (
        <div data-wide>{texts('round.loaded', { done, all: totes.length })}</div>
      ) : null}
      <Sheet isOpen={isAsking} onClose={() => setAsking(false)} title={texts('round.start_title')}>
        <p style={{ margin: 0 }}>
          {texts('round.start_missing', {
            count: missing.length,
            codes: missing.map(({ code }) => code).join(', '),
          })}
        </p>
        <Button onClick={() => setAsking(false)}>{texts('cancel')}</Button>
        <Button variant="default" onClick={() => void leave()}>
          {texts('round.start')}
        </Button>
      </Sheet>
    </>
  )
}

function OnTheRoad({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const next = nextStop(run)
  if (next !== undefined) {
    return (
      <Button data-wide component={Link} to={`/tournee/${run.id}/arret/${next.id}`}>
        {texts('round.goOn', { position: next.position, name: next.shortName })}
      </Button>
    )
  }
  if (aboard(run).length > 0) {
    return (
      <Button data-wide component={Link} to={`/tournee/${run.id}/retour`}>
        {texts('round.toHub')}
      </Button>
    )
  }
  return <FinishRun run={run} />
}

/** Ends the round; says what still stands in the way, which the server would refuse as well. */
export function FinishRun({ run }: { readonly run: LocalRun }) {
  const texts = useCourierTexts()
  const driver = useDriver(run.id)
  const [isBlocked, setBlocked] = useState(false)
  const open = run.stops
    .filter(isOpen)
    .map(({ position, shortName }) => `${position}. ${shortName}`)
  const left = aboard(run).map(({ code }) => code)
  const finish = async () => {
    if (open.length > 0 || left.length > 0) setBlocked(true)
    else await recordActs(driver, [{ type: 'command', command: { name: 'complete' } }])
  }
  return (
    <>
      <Button data-wide onClick={() => void finish()}>
        {texts('round.finish')}
      </Button>
      <Sheet isOpen={isBlocked} onClose={() => setBlocked(false)} title={texts('round.finish')}>
        {open.length > 0 ? <p>{texts('round.openStops', { stops: open.join(', ') })}</p> : null}
        {left.length > 0 ? <p>{texts('round.stillAboard', { codes: left.join(', ') })}</p> : null}
        <Button onClick={() => setBlocked(false)}>{texts('close')}</Button>
      </Sheet>
    </>
  )
}
