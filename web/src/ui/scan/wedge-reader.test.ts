import { describe, expect, test } from 'vitest'
import { WedgeReader } from './wedge-reader.js'

const PLAIN = { ctrlKey: false, altKey: false, metaKey: false }

function type(reader: WedgeReader, keys: readonly string[], paceMs: number): string | undefined {
  let answer: string | undefined
  keys.forEach((key, index) => {
    answer = reader.press({ ...PLAIN, key, timeStamp: 1_000 + index * paceMs })
  })
  return answer
}

describe('a scanner that types like a keyboard', () => {
  test('is heard when its keys come faster than anybody types', () => {
    expect(type(new WedgeReader(), [...'BAC0471', 'Enter'], 8)).toBe('BAC0471')
  })

  test('is not mistaken for a person who types a code and presses Enter', () => {
    expect(type(new WedgeReader(), [...'BAC0471', 'Enter'], 120)).toBeUndefined()
  })

  test('keeps the separators of a GS1 code, sent as Ctrl+] or as F8', () => {
    const reader = new WedgeReader()
    const keys = [...'0103400949', 'F8', ...'17271130']
    type(reader, keys, 5)
    reader.press({ ...PLAIN, key: ']', ctrlKey: true, timeStamp: 1_000 + keys.length * 5 })
    const code = reader.press({ ...PLAIN, key: 'Enter', timeStamp: 1_000 + keys.length * 5 + 5 })
    expect(code).toBe('0103400949\u001d17271130\u001d')
  })

  test('ignores what was typed slowly before the burst', () => {
    const reader = new WedgeReader()
    reader.press({ ...PLAIN, key: 'x', timeStamp: 0 })
    expect(type(reader, [...'C-2026-00418', 'Enter'], 6)).toBe('C-2026-00418')
  })
})
