import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode, RefObject } from 'react'

const ROW_PX = 40

interface Props {
  readonly count: number
  readonly columns: number
  readonly scroller: RefObject<HTMLElement | null>
  readonly row: (index: number, measure: (element: Element | null) => void) => ReactNode
}

/** The rows of a long table that are in sight, between two gaps as high as those that are not. */
export function VirtualRows({ count, columns, scroller, row }: Props) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const seen = virtual.getVirtualItems()
  const above = seen[0]?.start ?? 0
  const below = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0)
  return (
    <tbody>
      <Gap height={above} columns={columns} />
      {seen.map(({ index }) => row(index, virtual.measureElement))}
      <Gap height={below} columns={columns} />
    </tbody>
  )
}

function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
