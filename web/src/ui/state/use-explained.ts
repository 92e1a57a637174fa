import { ApiProblem, isUnreached } from '../../api/problem.js'
import { explainProblem } from '../../api/problems/explain-problem.js'
import { useLanguage } from '../../texts/language.js'
import { type Explained, useFailed, useUnreached } from './explained.js'

/** What went wrong, in words a person can act on. */
export function useExplained(error: Error): Explained {
  const language = useLanguage()
  const unreached = useUnreached()
  const failed = useFailed()
  if (isUnreached(error)) return unreached
  if (error instanceof ApiProblem) {
    return { tone: 'stop', ...explainProblem(error.problem, language) }
  }
  return failed
}
