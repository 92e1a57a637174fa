import { useParams } from '@tanstack/react-router'

/** A part of the page's own address, such as `orderId` of `/pharmacie/commandes/$orderId`. */
export function usePathParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  if (typeof value !== 'string') throw new Error(`This page has no ${name} in its address`)
  return value
}
