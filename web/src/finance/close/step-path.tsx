import { TONE_SHAPES } from '../../ui/marks/tone.js'
import classes from './close.module.css'
import { numberOf, STEPS, type Step } from './steps.js'
import { useCloseTexts } from './texts.js'
import type { Finding } from './use-findings.js'

interface Props {
  readonly current: Step
  readonly findings: Readonly<Record<Step, Finding>>
  readonly onStep: (step: Step) => void
}

/** The six steps, each with what it found. */
export function StepPath({ current, findings, onStep }: Props) {
  const texts = useCloseTexts()
  return (
    <nav aria-label={texts('path')}>
      <ol className={classes['path']}>
        {STEPS.map((step) => {
          const { tone, words } = findings[step]
          return (
            <li key={step}>
              <button
                type="button"
                className={`${classes['step']} ${classes[tone] ?? ''}`}
                aria-current={step === current ? 'step' : undefined}
                onClick={() => onStep(step)}
              >
                <span className={classes['name']}>
                  {numberOf(step)}. {texts(`steps.${step}`)}
                </span>
                <span className={classes['found']}>
                  <span aria-hidden>{tone === 'neutral' ? '' : `${TONE_SHAPES[tone]} `}</span>
                  {words}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
