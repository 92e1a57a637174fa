import type { ReactNode } from 'react'
import classes from './layout.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Label and value pairs, in as many columns as fit. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <dl className={classes['facts']}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
