import type { ExplainedField } from '../../api/problems/explain-problem.js'
import { useUiTexts } from '../texts.js'

export interface Explained {
  readonly tone: 'warn' | 'stop'
  readonly title: string
  readonly sentence: string
  readonly remedy: string
  readonly fields: readonly ExplainedField[]
}

export interface ProblemProps {
  readonly error: Error
  readonly onRetry?: (() => void) | undefined
  /** In a long form the button that was pressed stands at the bottom, and the refusal appears out of sight. */
  readonly comesIntoView?: boolean
}

/** What is said without a network: here with the first page, as nothing can be fetched by then. */
export function useUnreached(): Explained {
  const texts = useUiTexts()
  return {
    tone: 'warn',
    title: texts('offline.title'),
    sentence: texts('offline.sentence'),
    remedy: texts('offline.remedy'),
    fields: [],
  }
}

/** What is said of a failure that nothing more is known of. */
export function useFailed(): Explained {
  const texts = useUiTexts()
  return {
    tone: 'stop',
    title: texts('failure.title'),
    sentence: texts('failure.sentence'),
    remedy: texts('failure.retry'),
    fields: [],
  }
}
