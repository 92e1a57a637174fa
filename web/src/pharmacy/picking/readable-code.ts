import { parseScan } from '../../../../src/kernel/gs1.js'

/** A code as it is printed below its symbol, `(01) 03400… (10) K89653`; as it came when it is no GS1 code. */
export function readableCode(code: string): string {
  try {
    return parseScan(code)
      .elements.map(({ ai, value }) => `(${ai}) ${value}`)
      .join(' ')
  } catch {
    return code.replaceAll('\u001d', ' ')
  }
}
