import { describe, expect, test } from 'vitest'
import type { RunTemplateView } from '../../../../src/courier/template-schema.js'
import { calendarDate, localTime } from '../../../../src/kernel/calendar.js'
import { GroupingId, newId, RunTemplateId } from '../../../../src/kernel/ids.js'
import { holidayOn, mondayOf, templateEntries } from './calendar-entries.js'

const day = calendarDate
const template = (change: Partial<RunTemplateView> = {}): RunTemplateView => ({
  id: newId(RunTemplateId),
  groupingId: newId(GroupingId),
  name: 'Tournée du matin',
  weekdays: [1, 2, 3, 4, 5],
  departsAt: localTime('10:00'),
  cutoffMinutes: 90,
  skipsPublicHolidays: true,
  validFrom: day('2026-09-01'),
  validTo: null,
  heldFrom: null,
  heldTo: null,
  stops: [],
  exceptions: [],
  ...change,
})

const said = (of: RunTemplateView, from: string, to: string) =>
  templateEntries(of, day(from), day(to)).map(({ day: on, what }) => [on.slice(8), what])

describe('what a recurring run does day by day', () => {
  test('it leaves on its weekdays, and not on a holiday', () => {
    expect(said(template(), '2026-12-24', '2026-12-28')).toEqual([
      ['24', 'runs'],
      ['25', 'holiday'],
      ['28', 'runs'],
    ])
  })

  test('a cancelled, a moved and a held day say so, with the reason of whoever changed them', () => {
    const changed = template({
      heldFrom: day('2026-12-04'),
      heldTo: day('2026-12-04'),
      exceptions: [
        { onDay: day('2026-12-02'), kind: 'cancelled', departsAt: null, reason: 'Verglas' },
        {
          onDay: day('2026-12-03'),
          kind: 'moved',
          departsAt: localTime('11:15'),
          reason: 'Travaux',
        },
      ],
    })
    expect(said(changed, '2026-12-01', '2026-12-04')).toEqual([
      ['01', 'runs'],
      ['02', 'cancelled'],
      ['03', 'moved'],
      ['04', 'held'],
    ])
    expect(templateEntries(changed, day('2026-12-03'), day('2026-12-03'))).toMatchObject([
      { departsAt: '2026-12-03T10:15:00.000Z', reason: 'Travaux' },
    ])
  })

  test('outside its validity there is nothing to say', () => {
    expect(said(template({ validTo: day('2026-12-01') }), '2026-12-01', '2026-12-04')).toEqual([
      ['01', 'runs'],
    ])
  })
})

test('a week begins on Monday, and holidays have a name', () => {
  expect(mondayOf(day('2026-12-06'))).toBe('2026-11-30')
  expect(holidayOn(day('2026-12-25'))).toBe('Noël')
})
