import { DomainError } from '../kernel/errors.js'
import type { ExamId } from '../kernel/ids.js'
import type { TemperatureClass } from '../kernel/storage-class.js'
import type { StabilityConditions, StabilityRule } from './deadline.js'

export interface PackedExam {
  readonly id: ExamId
  readonly code: string
  readonly isCourierForbidden: boolean
}

/**
 * Exams no courier may carry: blood gas, ammonia… go by hand to the laboratory.
 * @throws DomainError `courier-forbidden-exam` naming them
 */
export function requireCarriable(exams: readonly PackedExam[], tubeCode: string): void {
  const forbidden = exams.filter((exam) => exam.isCourierForbidden).map(({ code }) => code)
  if (forbidden.length === 0) return
  throw new DomainError(
    'courier-forbidden-exam',
    `No courier may carry ${forbidden.join(', ')}: take tube ${tubeCode} to the laboratory by hand`,
    { tubeCode, examCodes: forbidden },
  )
}

/**
 * One temperature class per container: every exam of a tube that has rules must have one for the class
 * of its container. An exam without any rule is a finding, not a refusal.
 * @throws DomainError `container-class-mixed` with the classes each exam allows
 */
export function requireOneClass(
  tube: Omit<StabilityConditions, 'temperatureClass'> & { readonly code: string },
  containerClass: TemperatureClass,
  { exams, rules }: { exams: readonly PackedExam[]; rules: readonly StabilityRule[] },
): void {
  const misplaced = exams.flatMap((exam) => {
    const fitting = rules.filter((rule) => rule.examId === exam.id && fits(rule, tube))
    const classes = [...new Set(fitting.map((rule) => rule.temperatureClass))]
    const isPlaced =
      classes.length === 0 || classes.includes(null) || classes.includes(containerClass)
    return isPlaced ? [] : [{ examCode: exam.code, temperatureClasses: classes }]
  })
  if (misplaced.length === 0) return
  const codes = misplaced.map(({ examCode }) => examCode).join(', ')
  throw new DomainError(
    'container-class-mixed',
    `Tube ${tube.code} cannot travel in a container of class ${containerClass}: ${codes}`,
    { tubeCode: tube.code, containerClass, misplaced },
  )
}

const OTHERS = ['tubeType', 'processing', 'origin', 'urgency'] as const

const fits = (rule: StabilityRule, tube: Omit<StabilityConditions, 'temperatureClass'>): boolean =>
  OTHERS.every((name) => rule[name] === null || rule[name] === tube[name])
