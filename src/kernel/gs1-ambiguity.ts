import { GS1_IDENTIFIERS, type Gs1Element, leadingIdentifier } from './gs1-identifiers.js'
import { maxValueLength, valueProblem } from './gs1-values.js'

/**
 * The identifiers looked for. Any text hides some internal identifier (91…) and many lots begin with
 * a year (240… in 2024): looking for all of them would doubt every code.
 */
const FOLLOWERS = new Set(['01', '02', '10', '11', '13', '15', '17', '21'])

/**
 * Every way an open-ended value reads as a shorter value followed by absent identifiers whose
 * separator was lost: `LOT121SER9` is also lot `LOT1` and serial `SER9`.
 */
export function hiddenElements(
  { ai, value }: Gs1Element,
  present: ReadonlySet<string>,
): readonly (readonly Gs1Element[])[] {
  const identifier = GS1_IDENTIFIERS.get(ai)
  const readings: (readonly Gs1Element[])[] = []
  for (let cut = 1; cut < value.length; cut++) {
    const head = value.slice(0, cut)
    if (identifier === undefined || valueProblem(identifier, head) !== undefined) continue
    for (const tail of readTail(value.slice(cut), present))
      readings.push([{ ai, value: head }, ...tail])
  }
  return readings
}

/** Reads a whole text as elements without separators, each absent so far; the last may be open-ended. */
function readTail(text: string, present: ReadonlySet<string>): readonly (readonly Gs1Element[])[] {
  const identifier = leadingIdentifier(text)
  if (identifier === undefined) return []
  const { ai } = identifier
  if (!FOLLOWERS.has(ai) || present.has(ai)) return []

  const end = identifier.isPredefinedLength ? ai.length + maxValueLength(identifier) : text.length
  const value = text.slice(ai.length, end)
  if (valueProblem(identifier, value) !== undefined) return []
  const element = { ai, value }
  if (text.length <= end) return [[element]]
  return readTail(text.slice(end), new Set([...present, ai])).map((rest) => [element, ...rest])
}
