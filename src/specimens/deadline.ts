import type { ExamId } from '../kernel/ids.js'

/** What of a tube may change how long its exams stay possible. */
export interface StabilityConditions {
  readonly tubeType: string
  readonly temperatureClass: string
  /** Whole, spun, aliquoted… */
  readonly processing: string
  /** Ward or outside. */
  readonly origin: string
  readonly urgency: string
}

const CONDITIONS = ['tubeType', 'temperatureClass', 'processing', 'origin', 'urgency'] as const

/** One approved line of the stability table; a null condition stands for any. */
export type StabilityRule = {
  readonly ruleId: string
  readonly version: number
  readonly examId: ExamId
  readonly idealMinutes: number
  readonly maximumMinutes: number
  /** A biologist may accept the exam later than this. */
  readonly isDerogable: boolean
} & { readonly [Condition in keyof StabilityConditions]: StabilityConditions[Condition] | null }

export interface DatedTube extends StabilityConditions {
  readonly collectedAt: Date
  readonly examIds: readonly ExamId[]
}

export interface ExamDeadline {
  readonly examId: ExamId
  readonly rule: StabilityRule
  readonly idealAt: Date
  readonly deadlineAt: Date
}

export interface TubeDeadline {
  /** The exam that expires first, with its rule; undefined when no exam of the tube has a rule. */
  readonly deciding: ExamDeadline | undefined
  readonly deadlineAt: Date | undefined
  /** The earliest of the ideal times: it may come from another exam than the deciding one. */
  readonly idealAt: Date | undefined
  /** One line per exam, first to expire first. */
  readonly exams: readonly ExamDeadline[]
  /** Exams nobody wrote a rule for: a finding to show, never "no deadline". */
  readonly examsWithoutRule: readonly ExamId[]
}

/**
 * The deadline of a tube: that of its least stable exam (GFHT, May 2017). Among the rules that match
 * an exam the most specific decides; between equals the shortest, which is the safe one.
 * `rules` are those in force when the tube was collected.
 */
export function tubeDeadline(tube: DatedTube, rules: readonly StabilityRule[]): TubeDeadline {
  const exams: ExamDeadline[] = []
  const examsWithoutRule: ExamId[] = []
  for (const examId of new Set(tube.examIds)) {
    const rule = rules.filter((candidate) => matches(candidate, examId, tube)).toSorted(bySafety)[0]
    if (rule === undefined) examsWithoutRule.push(examId)
    else exams.push(examDeadline(rule, tube.collectedAt))
  }

  exams.sort(byDeadline)
  const [deciding] = exams
  const ideal = exams.map(({ idealAt }) => idealAt).toSorted((a, b) => a.getTime() - b.getTime())
  return {
    deciding,
    deadlineAt: deciding?.deadlineAt,
    idealAt: ideal[0],
    exams,
    examsWithoutRule,
  }
}

function matches(rule: StabilityRule, examId: ExamId, tube: StabilityConditions): boolean {
  return (
    rule.examId === examId &&
    CONDITIONS.every((condition) => rule[condition] === null || rule[condition] === tube[condition])
  )
}

const specificity = (rule: StabilityRule): number =>
  CONDITIONS.filter((condition) => rule[condition] !== null).length

function bySafety(a: StabilityRule, b: StabilityRule): number {
  return (
    specificity(b) - specificity(a) ||
    a.maximumMinutes - b.maximumMinutes ||
    a.idealMinutes - b.idealMinutes ||
    compareText(a.ruleId, b.ruleId)
  )
}

function byDeadline(a: ExamDeadline, b: ExamDeadline): number {
  return a.deadlineAt.getTime() - b.deadlineAt.getTime() || compareText(a.examId, b.examId)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function examDeadline(rule: StabilityRule, collectedAt: Date): ExamDeadline {
  const after = (minutes: number) => new Date(collectedAt.getTime() + minutes * 60_000)
  return {
    examId: rule.examId,
    rule,
    idealAt: after(rule.idealMinutes),
    deadlineAt: after(rule.maximumMinutes),
  }
}
