import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ApiProblem, problemCode } from '../../api/problem.js'
import { useFormats } from '../../texts/formats.js'
import { useExplained } from '../../ui/state/use-explained.js'
import classes from './picking.module.css'
import { readableCode } from './readable-code.js'
import { usePickingTexts } from './texts/index.js'

interface Props {
  readonly error: Error
  readonly code: string
  readonly onClose: () => void
}

const WORDS = {
  'scan-mismatch': 'wrong.scan-mismatch',
  'scan-unreadable': 'wrong.scan-unreadable',
  'lot-blocked': 'wrong.lot-blocked',
  'lot-expired': 'wrong.lot-expired',
  'over-approved': 'wrong.over-approved',
} as const

/** A wrong box fills the screen: the word, what was read, and what to take instead. */
export function WrongScan({ error, code, onClose }: Props) {
  const t = usePickingTexts()
  const formats = useFormats()
  const { sentence, remedy } = useExplained(error)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const kind = problemCode(error) ?? 'other'
  const expected = expectedIn(error)
  return (
    <div className={classes['wrong']} role="alertdialog" aria-modal aria-labelledby="wrong-word">
      <p className={classes['wrongWord']} id="wrong-word">
        <span aria-hidden>✕ </span>
        {t(isWord(kind) ? WORDS[kind] : 'wrong.other')}
      </p>
      <div className={classes['wrongText']}>
        <p>
          {t('wrong.read')}
          {'\u00a0: '}
          <span className={classes['read']}>{readableCode(code)}</span>
        </p>
        <p>{expected.length > 0 ? firstSentence(sentence) : sentence}</p>
        {expected.length > 0 ? (
          <>
            <p>
              <strong>{t('wrong.todo')}</strong>
            </p>
            <ul>
              {expected.map((lot) => (
                <li key={`${lot.denomination} ${lot.lotNumber}`}>
                  {t('wrong.expected', {
                    name: lot.denomination,
                    lot: lot.lotNumber,
                    day: formats.day(lot.expiresOn),
                    units: formats.number(lot.units),
                  })}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>
            <strong>{remedy}</strong>
          </p>
        )}
      </div>
      <Button ref={button} size="xl" variant="white" color="dark" onClick={onClose}>
        {t(kind === 'scan-unreadable' || !isWord(kind) ? 'wrong.again' : 'wrong.continue')}
      </Button>
    </div>
  )
}

/** The rest of it names what is expected, which the list says better. */
const firstSentence = (text: string): string => `${text.split('. ')[0]?.replace(/\.$/, '')}.`

const isWord = (code: string): code is keyof typeof WORDS => code in WORDS

interface Expected {
  readonly denomination: string
  readonly lotNumber: string
  readonly expiresOn: string
  readonly units: number
}

function expectedIn(error: Error): Expected[] {
  const expected = error instanceof ApiProblem ? error.problem['expected'] : undefined
  return Array.isArray(expected) ? expected.filter(isExpected) : []
}

const isExpected = (value: unknown): value is Expected =>
  typeof value === 'object' &&
  value !== null &&
  'denomination' in value &&
  'lotNumber' in value &&
  'expiresOn' in value &&
  'units' in value
