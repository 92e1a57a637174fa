/** One application identifier and its value. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** One part of a value: its characters, its length, and what its content must be. */
export interface Gs1Component {
  readonly charset: 'N' | 'X' | 'Y' | 'Z'
  readonly minLength: number
  readonly maxLength: number
  readonly isOptional: boolean
  readonly check: string | undefined
}

/** What the standard says of one application identifier. */
export interface Gs1Identifier {
  readonly ai: string
  /** Ends by its own length: no separator follows it (GS1 General Specifications, §7.8.5). */
  readonly isPredefinedLength: boolean
  readonly components: readonly Gs1Component[]
}

/**
 * Formats of the application identifiers, in the notation of the GS1 Barcode Syntax Dictionary
 * (release 2026-01-27): N digits, X the 82 printable characters, Y the 39, Z base64url; `..` up to;
 * brackets for an optional part; after a colon, what the content must be.
 */
const FORMATS: readonly (readonly [identifiers: string, format: string])[] = [
  ['00', 'N18:key'],
  ['01-03', 'N14:key'],
  ['10', 'X..20'],
  ['11-13 15-17', 'N6:date0'],
  ['20', 'N2'],
  ['21', 'X..20'],
  ['22', 'X..20'],
  ['235', 'X..28'],
  ['240-241 250-251', 'X..30'],
  ['242', 'N..6'],
  ['243 254', 'X..20'],
  ['253', 'N13:key [X..17]'],
  ['255', 'N13:key [N..12]'],
  ['30 37', 'N..8'],
  ['3100-3105 3110-3115 3120-3125 3130-3135 3140-3145 3150-3155 3160-3165', 'N6'],
  ['3200-3205 3210-3215 3220-3225 3230-3235 3240-3245 3250-3255 3260-3265', 'N6'],
  ['3270-3275 3280-3285 3290-3295', 'N6'],
  ['3300-3305 3310-3315 3320-3325 3330-3335 3340-3345 3350-3355 3360-3365 3370-3375', 'N6'],
  ['3400-3405 3410-3415 3420-3425 3430-3435 3440-3445 3450-3455 3460-3465', 'N6'],
  ['3470-3475 3480-3485 3490-3495', 'N6'],
  ['3500-3505 3510-3515 3520-3525 3530-3535 3540-3545 3550-3555 3560-3565 3570-3575', 'N6'],
  ['3600-3605 3610-3615 3620-3625 3630-3635 3640-3645 3650-3655 3660-3665', 'N6'],
  ['3670-3675 3680-3685 3690-3695', 'N6'],
  ['3900-3909 3920-3929', 'N..15'],
  ['3910-3919 3930-3939', 'N3 N..15'],
  ['3940-3943', 'N4'],
  ['3950-3955', 'N6'],
  ['400-401 403', 'X..30'],
  ['402', 'N17:key'],
  ['410-417', 'N13:key'],
  ['420', 'X..20'],
  ['421', 'N3 X..9'],
  ['422 424 426', 'N3'],
  ['423 425', 'N3 [N3] [N3] [N3] [N3]'],
  ['427', 'X..3'],
  ['4300-4301 4310-4311 4320', 'X..35'],
  ['4302-4306 4312-4316', 'X..70'],
  ['4307 4317', 'X2'],
  ['4308 4319', 'X..30'],
  ['4309', 'N10 N10'],
  ['4318', 'X..20'],
  ['4321-4323', 'N1:flag'],
  ['4324-4325', 'N6:date0 N4:time'],
  ['4326', 'N6:date'],
  ['4330-4333', 'N6 [X1:hyphen]'],
  ['7001', 'N13'],
  ['7002', 'X..30'],
  ['7003', 'N6:date N4:time'],
  ['7004', 'N..4'],
  ['7005', 'X..12'],
  ['7006', 'N6:date'],
  ['7007', 'N6:date [N6:date]'],
  ['7008', 'X..3'],
  ['7009', 'X..10'],
  ['7010', 'X..2'],
  ['7011', 'N6:date [N4:time]'],
  ['7020-7022', 'X..20'],
  ['7023', 'X..30'],
  ['7030-7039', 'N3 X..27'],
  ['7040', 'N1 X3'],
  ['7041', 'X..4'],
  ['710-717', 'X..20'],
  ['7230-7239', 'X2 X..28'],
  ['7240', 'X..20'],
  ['7241', 'N2'],
  ['7242', 'X..25'],
  ['7250', 'N8:day'],
  ['7251', 'N8:day N4:time'],
  ['7252', 'N1'],
  ['7253-7254 7259', 'X..40'],
  ['7255', 'X..10'],
  ['7256', 'X..90'],
  ['7257', 'X..70'],
  ['7258', 'X3'],
  ['8001', 'N4:positive N5:positive N3:positive N1 N1'],
  ['8002', 'X..20'],
  ['8003', 'N1:zero N13:key [X..16]'],
  ['8004', 'X..30'],
  ['8005', 'N6'],
  ['8006 8026', 'N14:key N4:piece'],
  ['8007', 'X..34'],
  ['8008', 'N6:date N2:hour [N2:sixty] [N2:sixty]'],
  ['8009', 'X..50'],
  ['8010', 'Y..30'],
  ['8011', 'N..12:unpadded'],
  ['8012', 'X..20'],
  ['8013-8014', 'X..25'],
  ['8017-8018', 'N18:key'],
  ['8019', 'N..10'],
  ['8020', 'X..25'],
  ['8030', 'Z..90'],
  ['8040-8041', 'N15'],
  ['8042', 'N32'],
  ['8043', 'N18 [N..2]'],
  ['8110 8112 8200', 'X..70'],
  ['8111', 'N4'],
  ['90', 'X..30'],
  ['91-99', 'X..90'],
]

// The first two digits alone decide (GS1 General Specifications, figure 7.8.5-2).
const PREDEFINED = /^(0[0-4]|1[1-9]|20|3[1-6]|41)/

function component(text: string): Gs1Component {
  const [, open, charset = 'X', upTo, length = '', check] =
    /^(\[?)([NXYZ])(\.\.)?(\d+)(?::(\w+))?\]?$/.exec(text) ?? []
  return {
    charset: charset as Gs1Component['charset'],
    minLength: upTo === undefined ? Number(length) : 1,
    maxLength: Number(length),
    isOptional: open === '[',
    check,
  }
}

function expand(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
    String(Number(first) + i).padStart(first.length, '0'),
  )
}

/** Every identifier by its digits. No identifier begins another: two to four digits find it. */
export const GS1_IDENTIFIERS: ReadonlyMap<string, Gs1Identifier> = new Map(
  FORMATS.flatMap(([ranges, format]) => {
    const components = format.split(' ').map(component)
    return ranges
      .split(' ')
      .flatMap(expand)
      .map((ai) => [ai, { ai, isPredefinedLength: PREDEFINED.test(ai), components }] as const)
  }),
)

/** The identifier that `text` begins with, if the standard knows it. */
export function leadingIdentifier(text: string): Gs1Identifier | undefined {
  for (const length of [2, 3, 4]) {
    const found = GS1_IDENTIFIERS.get(text.slice(0, length))
    if (found !== undefined && text.length >= length) return found
  }
  return undefined
}
