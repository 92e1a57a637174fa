interface TubeRule {
  readonly examCode: string
  readonly tubeType: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

interface Planned {
  readonly examCodes: readonly string[]
  readonly tubeType: string
  /** The civil day of the collection. */
  readonly day: string
}

export interface UnsuitedExam {
  readonly examCode: string
  readonly tubeTypes: readonly string[]
}

/**
 * The exams of a tube whose rules in force are all for other tubes, with those they are for. An exam without
 * a rule, or with one for any tube, suits every tube.
 */
export function unsuitedExams(rules: readonly TubeRule[], planned: Planned): UnsuitedExam[] {
  const type = folded(planned.tubeType)
  if (type === '') return []
  return planned.examCodes.flatMap((examCode) => {
    const tubeTypes = tubeTypesOf(rules, examCode, planned.day)
    const isSuited = tubeTypes === undefined || tubeTypes.some((each) => folded(each) === type)
    return isSuited ? [] : [{ examCode, tubeTypes }]
  })
}

function tubeTypesOf(
  rules: readonly TubeRule[],
  examCode: string,
  day: string,
): readonly string[] | undefined {
  const inForce = rules.filter(
    ({ examCode: code, validFrom, validTo }) =>
      code === examCode && validFrom <= day && (validTo === null || validTo >= day),
  )
  const types = inForce.flatMap(({ tubeType }) => tubeType ?? [])
  return types.length === 0 || types.length < inForce.length ? undefined : [...new Set(types)]
}

/** As people write it: case and accents set aside. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
