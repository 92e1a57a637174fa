import { useFormats } from '../../texts/formats.js'

/** Six decimals count here: shown as the ledger keeps them, without the zeros at the end. */
export function useUnitCost(): (cost: string) => string {
  const { locale } = useFormats()
  return (cost) => {
    const [whole = '0', fraction = ''] = cost.split('.')
    const kept = fraction.replace(/0+$/, '').padEnd(2, '0')
    return `${whole}${locale === 'fr-FR' ? ',' : '.'}${kept}\u00a0€`
  }
}

export function UnitCost({ of }: { readonly of: string }) {
  const formatted = useUnitCost()(of)
  return <span className="nv-number">{formatted}</span>
}
