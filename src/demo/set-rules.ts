import { createAllocationKey, createCostPool } from '../billing/index.js'
import { setAllotment } from '../catalogue/index.js'
import { CreateRunTemplateInput, createTemplate } from '../courier/index.js'
import { type CalendarDate, dayOf, type YearMonth } from '../kernel/calendar.js'
import type { CostPoolId, GroupingId } from '../kernel/ids.js'
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

const DECISION = 'Assemblée générale du 12/12/2025 (démonstration)'

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
  for (const { code, label, letterB, isCourierForbidden, rule } of EXAMS) {
    const exam = await createExam(
      cast.as('biologiste'),
      CreateExamInput.parse({
        groupingId: groupings.laboratory,
        ...{
          code,
          label,
          letterB,
          isCourierForbidden,
          source: 'Manuel de prélèvement (démonstration)',
        },
      }),
    )
    if (rule === undefined) continue
    await createStabilityRule(
      cast.as('biologiste'),
      CreateStabilityRuleInput.parse({ examId: exam.id, ...rule, validFrom }),
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
    ...{ ...round, name: 'Tournée PUI du matin', validFrom: from },
    stops: ['fleurs', 'solemnes', 'foch'],
  })
  await planTemplate(alliance, {
    ...{ ...round, name: 'Tournée PUI Neuilly', departsAt: '11:30', validFrom: neuillyFrom },
    stops: ['neuilly'],
  })
  await planTemplate(alliance, {
    ...{ ...collection, name: 'Ramassage laboratoire', validFrom: from },
    stops: ['fleurs', 'hfb'],
  })
  await planTemplate(alliance, {
    ...{ ...collection, name: 'Ramassage Rueil', departsAt: '08:30', validFrom: mgenFrom },
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

export interface Pools {
  readonly pharmacy: ReadonlyMap<string, CostPoolId>
  readonly laboratory: ReadonlyMap<string, CostPoolId>
}

/** Cost pools with measured and contractual keys, as both conventions would fix them. */
export async function setCostPools(alliance: Alliance, fromMonth: YearMonth): Promise<Pools> {
  const { pharmacy, laboratory } = alliance.groupings
  const beds = (keys: readonly EstablishmentKey[]) =>
    keys.map((key) => {
      const { establishmentId, beds: weight } = siteOf(alliance, key)
      return { establishmentId, weight }
    })
  const measured = (driver: 'lines-dispensed' | 'stops' | 'b-letters' | 'tubes', weight = 1) => ({
    ...{ driver, weight, weights: [] },
  })
  const byBeds = (keys: readonly EstablishmentKey[], weight = 1) => ({
    ...{ driver: 'contractual' as const, weight, weights: beds(keys) },
  })
  const pharmacyMembers = ['foch', 'fleurs', 'solemnes', 'neuilly'] as const
  const laboratoryMembers = ['foch', 'fleurs', 'hfb', 'mgen'] as const

  const finance = alliance.cast.as('finance')
  const open = async (
    groupingId: GroupingId,
    pool: PoolPlan,
  ): Promise<readonly [string, CostPoolId]> => {
    const { code, label, source, account, keyLabel, components } = pool
    const { id } = await createCostPool(finance, { groupingId, code, label, source, account })
    if (components !== undefined) {
      await createAllocationKey(finance, {
        ...{
          poolId: id,
          label: keyLabel ?? label,
          fromMonth,
          decisionReference: DECISION,
          components,
        },
      })
    }
    return [code, id]
  }
  return {
    pharmacy: new Map([
      await open(pharmacy, {
        code: 'PRODUITS',
        label: 'Produits de santé',
        source: 'products',
        account: '6021',
      }),
      await open(pharmacy, {
        ...{
          code: 'DISPENSATION',
          label: 'Personnel de dispensation',
          source: 'charges',
          account: '621',
        },
        ...{ keyLabel: 'Lignes dispensées', components: [measured('lines-dispensed')] },
      }),
      await open(pharmacy, {
        ...{ code: 'TRANSPORT', label: 'Transport', source: 'charges', account: '624' },
        ...{ keyLabel: 'Arrêts desservis', components: [measured('stops')] },
      }),
      await open(pharmacy, {
        ...{
          code: 'STRUCTURE',
          label: 'Structure et système d’information',
          source: 'charges',
          account: '613',
        },
        ...{
          keyLabel: '70 % lits et places, 30 % lignes dispensées',
          components: [byBeds(pharmacyMembers, 7), measured('lines-dispensed', 3)],
        },
      }),
    ]),
    laboratory: new Map([
      await open(laboratory, {
        ...{ code: 'TECHNIQUE', label: 'Plateau technique', source: 'charges', account: '606' },
        ...{ keyLabel: 'B produits', components: [measured('b-letters')] },
      }),
      await open(laboratory, {
        ...{
          code: 'TRANSPORT',
          label: 'Transport des échantillons',
          source: 'charges',
          account: '624',
        },
        ...{ keyLabel: 'Tubes transportés', components: [measured('tubes')] },
      }),
      await open(laboratory, {
        ...{
          code: 'QUALITE',
          label: 'Qualité et accréditation',
          source: 'charges',
          account: '628',
        },
        ...{ keyLabel: 'Lits et places', components: [byBeds(laboratoryMembers)] },
      }),
    ]),
  }
}

interface PoolPlan {
  readonly code: string
  readonly label: string
  readonly source: 'products' | 'charges'
  readonly account: string
  readonly keyLabel?: string
  readonly components?: Parameters<typeof createAllocationKey>[1]['components']
}
