import { useForm } from '@mantine/form'
import type { AllocationKeyView } from '../../../../src/billing/schema.js'
import { useKeysTexts } from './texts.js'

export const DRIVERS = [
  'lines-dispensed',
  'units-dispensed',
  'consumption',
  'deliveries',
  'stops',
  'tubes',
  'b-letters',
  'hours',
  'kilometres',
  'patient-days',
  'contractual',
] as const
export type Driver = (typeof DRIVERS)[number]

interface Part {
  readonly driver: Driver
  readonly weight: number
  /** By establishment; only a contractual part sends them. */
  readonly weights: Readonly<Record<string, number>>
}

export interface KeyValues {
  readonly label: string
  readonly fromMonth: string
  readonly decisionReference: string
  readonly components: readonly Part[]
}

const startOf = (current: AllocationKeyView | undefined): readonly Part[] =>
  current?.components.map(({ driver, weight, weights }) => ({
    driver,
    weight,
    weights: Object.fromEntries(
      weights.map((entry) => [entry.establishmentId, Number(entry.weight)]),
    ),
  })) ?? [{ driver: 'lines-dispensed', weight: 1, weights: {} }]

/** A new key starts from the current one: what changes is what is typed. */
export function useKeyForm(
  current: AllocationKeyView | undefined,
  [first = '']: readonly string[],
) {
  const texts = useKeysTexts()
  const needed = (text: string) => (text.trim() === '' ? texts('create.needText') : null)
  const initialValues: KeyValues = {
    label: current?.label ?? '',
    fromMonth: first,
    decisionReference: '',
    components: startOf(current),
  }
  return useForm<KeyValues>({
    initialValues,
    validate: { label: needed, fromMonth: needed, decisionReference: needed },
  })
}

/** As the API takes them. */
export const componentsToSend = (parts: readonly Part[]) =>
  parts.map(({ driver, weight, weights }) => ({
    driver,
    weight,
    weights:
      driver === 'contractual'
        ? Object.entries(weights).map(([establishmentId, own]) => ({
            establishmentId,
            weight: own,
          }))
        : [],
  }))
