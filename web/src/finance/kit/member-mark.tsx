import type { ReactNode } from 'react'
import classes from './kit.module.css'
import { type Member, useMembers } from './use-members.js'

const TONES = 8

export const memberFill = (tone: number): string =>
  `${classes[`m${tone % TONES}`]} ${classes['fill']}`

/** A member by its colour, its pattern and its name. */
export function MemberMark({ of, name }: { readonly of: string; readonly name: string }) {
  const member = useMembers().get(of)
  return (
    <span className={classes['member']}>
      {member ? (
        <span className={`${classes['swatch']} ${memberFill(member.tone)}`} aria-hidden />
      ) : null}
      {name}
    </span>
  )
}

/** Which pattern is whom, below a picture. */
export function MemberLegend({
  members,
  label,
}: {
  readonly members: readonly Pick<Member, 'establishmentId' | 'name'>[]
  readonly label: string
}): ReactNode {
  return (
    <ul className={classes['legend']} aria-label={label}>
      {members.map(({ establishmentId, name }) => (
        <li key={establishmentId}>
          <MemberMark of={establishmentId} name={name} />
        </li>
      ))}
    </ul>
  )
}
