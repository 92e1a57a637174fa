import { fromDateColumn } from '../kernel/calendar.js'
import { AllocationKeyId, CostPoolId, EstablishmentId } from '../kernel/ids.js'
import type { Prisma } from '../platform/db/generated/client.js'
import type { AllocationKeyView } from './schema.js'
import { Driver } from './vocabulary.js'

export const keyInclude = {
  allocationKeyComponents: {
    orderBy: { position: 'asc' },
    include: { allocationKeyWeights: { orderBy: { establishmentId: 'asc' } } },
  },
} as const satisfies Prisma.AllocationKeyInclude

export type LoadedKey = Prisma.AllocationKeyGetPayload<{ include: typeof keyInclude }>

export const toKeyView = (key: LoadedKey): AllocationKeyView => ({
  id: AllocationKeyId.parse(key.id),
  poolId: CostPoolId.parse(key.poolId),
  version: key.version,
  label: key.label,
  fromOn: fromDateColumn(key.fromOn),
  toOn: key.toOn === null ? null : fromDateColumn(key.toOn),
  decisionReference: key.decisionReference,
  components: key.allocationKeyComponents.map(({ driver, weight, allocationKeyWeights }) => ({
    driver: Driver.parse(driver),
    weight,
    weights: allocationKeyWeights.map((entry) => ({
      establishmentId: EstablishmentId.parse(entry.establishmentId),
      weight: entry.weight.toString(),
    })),
  })),
})
