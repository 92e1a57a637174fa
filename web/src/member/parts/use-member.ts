import { useMemo } from 'react'
import { usePlace } from '../../app/place.js'

/** The establishment the person acts for: which pharmacy serves it, which laboratory it sends tubes to. */
export interface Member {
  readonly establishmentId: string
  readonly name: string
  readonly pharmacyId: string | undefined
  readonly laboratoryId: string | undefined
  readonly canOrder: boolean
  readonly canReceive: boolean
  readonly canSend: boolean
}

export function useMember(): Member {
  const place = usePlace()
  return useMemo(() => {
    const pharmacy = place.groupings.find(({ kind }) => kind === 'pharmacy')
    const laboratory = place.groupings.find(({ kind }) => kind === 'laboratory')
    return {
      establishmentId: place.id,
      name: place.name,
      pharmacyId: pharmacy?.id,
      laboratoryId: laboratory?.id,
      canOrder: pharmacy?.roles.includes('requester') ?? false,
      canReceive: pharmacy?.roles.includes('receiver') ?? false,
      canSend: laboratory?.roles.includes('requester') ?? false,
    }
  }, [place])
}
