import { describe, expect, test } from 'vitest'
import { cleanCode, readingsOf } from './codes.js'

describe('a code as a scanner sends it', () => {
  test.each([
    ['bac-pui-2026-00131', 'BAC-PUI-2026-00131'],
    [']C1SAC-PBP0NF102', 'SAC-PBP0NF102'],
    ['SAC-PBP0NF102\r\n', 'SAC-PBP0NF102'],
    ['\u001dSAC-1\u001d', 'SAC-1'],
    ['  ', ''],
  ])('%j reads %j', (raw, code) => {
    expect(cleanCode(raw)).toBe(code)
  })

  test('is also read as a scanner with a US layout meant it on a French keyboard', () => {
    expect(readingsOf('BQC)PUI)éàé-)àà&"&')).toContain('BAC-PUI-2026-00131')
  })

  test('gives the number of a GS1 logistic unit', () => {
    expect(readingsOf('00340123450000000017')).toContain('340123450000000017')
  })
})
