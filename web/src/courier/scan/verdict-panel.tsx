import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Deed, Place } from '../offline/judge-scan.js'
import { type Item, unexpectedItem } from '../offline/local-run.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import { AnywaySheet } from './anyway-sheet.js'
import classes from './scan.module.css'
import type { ScanDesk } from './use-scan.js'
import { useVerdictWords } from './use-verdict-words.js'
import { toneOf } from './verdict-tone.js'

interface Props {
  readonly desk: ScanDesk
  readonly place: Place
}

const SHAPES = { ok: '✓', warn: '!', stop: '✕' } as const

/** The answer to the last scan, over the whole width: a word of 40 px, the code, what to do. */
export function VerdictPanel({ desk, place }: Props) {
  const wordsOf = useVerdictWords(place)
  const { heard } = desk
  const turn = heard?.turn
  useEffect(() => {
    if (turn !== undefined) window.scrollTo(0, 0)
  }, [turn])
  if (heard === undefined) return null
  const { verdict } = heard
  const tone = toneOf(verdict)
  const { words, code, lines } = wordsOf(verdict)
  return (
    <div
      className={classes['verdict']}
      data-tone={tone}
      data-verdict={verdict.kind === 'deed' ? verdict.deed : verdict.kind}
      role={tone === 'stop' ? 'alert' : 'status'}
      key={heard.turn}
    >
      <div className={classes['words']}>
        <span className={classes['shape']} aria-hidden>
          {SHAPES[tone]}
        </span>
        {words}
      </div>
      {code === undefined ? null : <div className={`nv-code ${classes['code']}`}>{code}</div>}
      {lines.map((line) => (
        <p key={line} className={classes['line']}>
          {line}
        </p>
      ))}
      <Choices desk={desk} place={place} />
    </div>
  )
}

function Choices({ desk, place }: Props) {
  const texts = useCourierTexts()
  const [isAsking, setAsking] = useState(false)
  const choice = choiceOf(desk, place)
  if (choice === undefined) return null
  const { deed, item, isStranger } = choice
  const isTaking = deed === 'picked-up' || deed === 'loaded'
  return (
    <div className={classes['acts']}>
      <Button onClick={desk.forget}>{texts(isTaking ? 'verdict.leave' : 'verdict.keep')}</Button>
      <Button variant="default" onClick={() => setAsking(true)}>
        {texts(isStranger ? 'verdict.unexpected' : `verdict.anyway-${deed}`)}
      </Button>
      <AnywaySheet
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={texts(isStranger ? 'verdict.unexpected' : `verdict.anyway-${deed}`)}
        onReason={(reason) => {
          setAsking(false)
          desk.doAnyway(deed, item, reason)
        }}
      />
    </div>
  )
}

interface Choice {
  readonly deed: Deed
  readonly item: Item
  readonly isStranger: boolean
}

function choiceOf({ heard }: ScanDesk, place: Place): Choice | undefined {
  const verdict = heard?.verdict
  if (verdict?.kind === 'not-here' || verdict?.kind === 'wrong-class') {
    return { deed: verdict.deed, item: verdict.item, isStranger: false }
  }
  if (verdict?.kind === 'unknown') {
    const deed =
      place.kind === 'hub' ? 'dropped-off' : place.kind === 'loading' ? 'loaded' : 'picked-up'
    return { deed, item: unexpectedItem(verdict.code), isStranger: true }
  }
  return undefined
}
