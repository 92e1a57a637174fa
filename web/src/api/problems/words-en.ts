import type { Words } from './words.js'
import { FRENCH } from './words-fr.js'

/** Codes of the API are English already: `in-transit` reads « in transit ». */
const spoken = <Key extends string>(words: Readonly<Record<Key, string>>): Record<Key, string> => {
  const said: Record<string, string> = {}
  for (const code of Object.keys(words)) said[code] = code.replaceAll('-', ' ')
  return { ...words, ...said }
}

export const ENGLISH: Words = {
  noun: spoken(FRENCH.noun),
  state: Object.fromEntries(
    Object.entries(FRENCH.state).map(([noun, states]) => [noun, spoken(states)]),
  ),
  action: spoken(FRENCH.action),
  role: spoken(FRENCH.role),
  storage: {
    ...spoken(FRENCH.storage),
    cold: 'cold 2–8 °C',
    'deep-frozen': 'deep-frozen −80 °C',
    body: '37 °C',
  },
  lotStatus: { ...spoken(FRENCH.lotStatus), quarantine: 'in quarantine' },
  verdict: spoken(FRENCH.verdict),
  unmet: {
    'expires-too-soon': 'expire too soon',
    reserved: 'already reserved',
    quarantine: 'in quarantine',
    recalled: 'recalled',
    expired: 'expired',
    none: 'not in stock',
  },
  unit: { one: 'unit', other: 'units' },
  or: 'or',
}
