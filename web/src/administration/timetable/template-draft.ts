import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { today } from '../../texts/formats.js'
import { asStops, draftsOf, newStop, type StopDraft } from './stop-draft.js'

/** A recurring run as it is typed. */
export interface TemplateDraft {
  name: string
  weekdays: string[]
  departsAt: string
  cutoffMinutes: number | string
  skipsPublicHolidays: boolean
  validFrom: string
  validTo: string
  stops: StopDraft[]
  reason: string
}

const CUTOFF_MINUTES = 90
const WORKING_DAYS = ['1', '2', '3', '4', '5']

export const newTemplate = (): TemplateDraft => ({
  name: '',
  weekdays: WORKING_DAYS,
  departsAt: '10:00',
  cutoffMinutes: CUTOFF_MINUTES,
  skipsPublicHolidays: true,
  validFrom: today(),
  validTo: '',
  stops: [newStop([])],
  reason: '',
})

export const draftOf = (template: RunTemplateView): TemplateDraft => ({
  name: template.name,
  weekdays: template.weekdays.map(String),
  departsAt: template.departsAt,
  cutoffMinutes: template.cutoffMinutes,
  skipsPublicHolidays: template.skipsPublicHolidays,
  validFrom: template.validFrom,
  validTo: template.validTo ?? '',
  stops: draftsOf(template),
  reason: '',
})

/** As the API takes it. */
export const asTemplate = ({ reason: _, ...draft }: TemplateDraft) => ({
  ...draft,
  weekdays: draft.weekdays.map(Number).toSorted((a, b) => a - b),
  cutoffMinutes: Number(draft.cutoffMinutes),
  validTo: draft.validTo === '' ? null : draft.validTo,
  stops: asStops(draft.stops),
})
