import { ApiProblem, NetworkProblem } from '../../api/problem.js'
import { type ExplainedField, explainProblem } from '../../api/problems/explain-problem.js'
import { useLanguage } from '../../texts/language.js'
import { useUiTexts } from '../texts.js'

export interface Explained {
  readonly tone: 'warn' | 'stop'
  readonly title: string
  readonly sentence: string
  readonly remedy: string
  readonly fields: readonly ExplainedField[]
}

/** What went wrong, in words a person can act on. */
export function useExplained(error: Error): Explained {
  const texts = useUiTexts()
  const language = useLanguage()
  if (error instanceof NetworkProblem) {
    const { title, sentence, remedy } = offline(texts)
    return { tone: 'warn', title, sentence, remedy, fields: [] }
  }
  if (error instanceof ApiProblem) {
    return { tone: 'stop', ...explainProblem(error.problem, language) }
  }
  return {
    tone: 'stop',
    title: texts('failure.title'),
    sentence: texts('failure.sentence'),
    remedy: texts('failure.retry'),
    fields: [],
  }
}

const offline = (texts: ReturnType<typeof useUiTexts>) => ({
  title: texts('offline.title'),
  sentence: texts('offline.sentence'),
  remedy: texts('offline.remedy'),
})
