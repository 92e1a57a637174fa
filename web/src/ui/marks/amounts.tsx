import { Text } from '@mantine/core'
import { useFormats } from '../../texts/formats.js'
import { useUiTexts } from '../texts.js'

/** A quantity in dispensing units, aligned in tables: `240 u`. */
export function Units({ of }: { readonly of: number | null }) {
  const texts = useUiTexts()
  const formats = useFormats()
  if (of === null) return <span className="nv-number">–</span>
  return (
    <span className="nv-number">
      {formats.number(of)}
      {'\u00a0'}
      <Text span c="dimmed" size="sm" aria-label={texts('units', { count: of, n: '' })}>
        {texts('unit')}
      </Text>
    </span>
  )
}

/** An amount, from the decimal string the API sends. */
export function Euros({ of }: { readonly of: string }) {
  return <span className="nv-number">{useFormats().euros(of)}</span>
}

/** A code read letter by letter: lot, seal, note, CIP. */
export function Code({ children }: { readonly children: string }) {
  return <span className="nv-code">{children}</span>
}

const CIP13 = /^(\d{4})(\d)(\d{3})(\d{4})(\d)$/

/** `3400 9 493 6910 7`, as it is printed on the box. */
export const groupedCip13 = (code: string): string => code.replace(CIP13, '$1 $2 $3 $4 $5')
