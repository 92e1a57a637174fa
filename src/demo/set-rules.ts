import { setAllotment } from '../catalogue/index.js'
import { CreateRunTemplateInput, createTemplate } from '../courier/index.js'
import { type CalendarDate, dayOf } from '../kernel/calendar.js'
import type { GroupingId } from '../kernel/ids.js'
import { PositiveUnits } from '../kernel/units.js'
import {
  CreateExamInput,
  CreateStabilityRuleInput,
  createExam,
  createStabilityRule,
} from '../specimens/index.js'
import type { EstablishmentKey } from './data/alliance.js'
import { EXAMS } from './data/laboratory.js'
import type { Alliance, Site } from './found-alliance.js'
import type { Chance } from './random.js'
import type { Shelf } from './stock-up.js'

/** What each care unit keeps, and how much. */
export type Dotation = ReadonlyArray<{ readonly shelf: Shelf; readonly maximum: number }>
export type Dotations = ReadonlyMap<string, Dotation>

/** Approves one allotment per care unit of these members, among what wards use. */
export async function setAllotments(
  alliance: Alliance,
  members: readonly EstablishmentKey[],
  { shelves, chance }: { shelves: readonly Shelf[]; chance: Chance },
): Promise<Dotations> {
  const ctx = alliance.cast.as('gerant')
  const today = dayOf(ctx.clock())
  const dotations = new Map<string, { shelf: Shelf; maximum: number }[]>()
  for (const key of members) {
    for (const careUnitId of siteOf(alliance, key).careUnitIds) {
      const usable = shelves.filter(
        ({ medicine }) =>
          !medicine.isNarcotic &&
          !medicine.isBloodDerived &&
          (key === 'foch' || medicine.setting === 'ward'),
      )
      const lines = chance.sample(usable, key === 'foch' ? 22 : 16).map((shelf) => ({
        shelf,
        maximum:
          shelf.medicine.setting === 'ward' ? chance.between(3, 12) * 10 : chance.between(4, 20),
      }))
      await setAllotment(ctx, {
        groupingId: alliance.groupings.pharmacy,
        careUnitId,
        physicianName: 'Dr Anne Roussel',
        fromOn: today,
        lines: lines.map(({ shelf, maximum }) => ({
          productId: shelf.productId,
          maximumUnits: PositiveUnits.parse(maximum),
        })),
      })
      dotations.set(careUnitId, lines)
    }
  }
  return dotations
}

export function siteOf({ sites }: Alliance, key: EstablishmentKey): Site {
  const site = sites.get(key)
  if (site === undefined) throw new RangeError(`${key} is in no grouping`)
  return site
}

/** The exam catalogue with its first versions of the stability rules, approved by the biologist. */
export async function setLaboratoryRules(
  { cast, groupings }: Alliance,
  validFrom: CalendarDate,
): Promise<void> {
  for (const { code, label, letterB, isCourierForbidden, tubeType, rule } of EXAMS) {
    const exam = await createExam(
      cast.as('biologiste'),
      CreateExamInput.parse({
        groupingId: groupings.laboratory,
        code,
        label,
        letterB,
        isCourierForbidden,
        source: 'Manuel de prélèvement (démonstration)',
      }),
    )
    if (rule === undefined) continue
    await createStabilityRule(
      cast.as('biologiste'),
      CreateStabilityRuleInput.parse({ examId: exam.id, tubeType, ...rule, validFrom }),
    )
  }
}

interface RunPlan {
  readonly groupingId: GroupingId
  readonly name: string
  readonly departsAt: string
  readonly cutoffMinutes: number
  readonly validFrom: CalendarDate
  readonly stops: readonly EstablishmentKey[]
  readonly collects: boolean
}

/** The morning collection of specimens, then the pharmacy's round: Monday to Friday, not on public holidays. */
export async function setRunTemplates(
  alliance: Alliance,
  {
    from,
    neuillyFrom,
    mgenFrom,
  }: { from: CalendarDate; neuillyFrom: CalendarDate; mgenFrom: CalendarDate },
): Promise<void> {
  const { pharmacy, laboratory } = alliance.groupings
  const round = { departsAt: '10:00', cutoffMinutes: 90, collects: false, groupingId: pharmacy }
  const collection = {
    departsAt: '08:00',
    cutoffMinutes: 30,
    collects: true,
    groupingId: laboratory,
  }
  await planTemplate(alliance, {
    ...round,
    name: 'Tournée PUI du matin',
    validFrom: from,
    stops: ['fleurs', 'solemnes', 'foch'],
  })
  await planTemplate(alliance, {
    ...round,
    name: 'Tournée PUI Neuilly',
    departsAt: '11:30',
    validFrom: neuillyFrom,
    stops: ['neuilly'],
  })
  await planTemplate(alliance, {
    ...collection,
    name: 'Ramassage laboratoire',
    validFrom: from,
    stops: ['fleurs', 'hfb'],
  })
  await planTemplate(alliance, {
    ...collection,
    name: 'Ramassage Rueil',
    departsAt: '08:30',
    validFrom: mgenFrom,
    stops: ['mgen'],
  })
}

async function planTemplate(
  alliance: Alliance,
  { collects, stops, ...plan }: RunPlan,
): Promise<void> {
  await createTemplate(
    alliance.cast.as('admin'),
    CreateRunTemplateInput.parse({
      ...plan,
      weekdays: [1, 2, 3, 4, 5],
      stops: stops.map((key, position) => {
        const { establishmentId, deliveryPointId } = siteOf(alliance, key)
        return {
          establishmentId,
          deliveryPointId,
          offsetMinutes: 20 * (position + 1),
          delivers: !collects,
          collectsSpecimens: collects,
        }
      }),
    }),
  )
}
