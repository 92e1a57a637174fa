import type { Role } from '../../../../src/kernel/roles.js'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'

type WordOf = Readonly<Record<string, string>>

/** The words of one language that fill the sentences of refusals. */
export interface Words {
  readonly noun: WordOf
  /** By the noun they are a state of: « une commande validée », « un envoi remis ». */
  readonly state: Readonly<Record<string, WordOf>>
  readonly action: WordOf
  readonly role: Readonly<Record<Role, string>>
  readonly storage: Readonly<Record<TemperatureClass, string>>
  readonly lotStatus: WordOf
  readonly verdict: WordOf
  readonly unmet: WordOf
  readonly unit: { readonly one: string; readonly other: string }
  readonly or: string
}
