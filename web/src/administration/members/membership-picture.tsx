import { Paper } from '@mantine/core'
import { today, useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { useAdministrationTexts } from '../parts/texts.js'
import type { Member } from './member.js'
import classes from './membership-picture.module.css'
import { useMembersTexts } from './texts.js'

const DAY_MS = 86_400_000
const at = (day: string): number => Date.parse(`${day}T12:00:00Z`) / DAY_MS
const YEARS_STEP_MAX = 12

/** Whole years around every membership, one more ahead so that an open end has somewhere to point. */
function yearsOf(members: readonly Member[]): readonly number[] {
  const days = [
    today(),
    ...members.flatMap(({ membership: { fromOn, toOn = fromOn } }) => [fromOn, toOn]),
  ]
  const years = days.map((day) => Number(day.slice(0, 4)))
  const first = Math.min(...years)
  const last = Math.max(...years) + 1
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Memberships as bars over the years, with today. */
export function MembershipPicture({ members }: { readonly members: readonly Member[] }) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const formats = useFormats()
  const years = yearsOf(members)
  const start = at(`${years[0]}-01-01`)
  const width = at(`${(years.at(-1) ?? 0) + 1}-01-01`) - start
  const share = (day: string) => `${((at(day) - start) / width) * 100}%`
  const step = Math.ceil(years.length / YEARS_STEP_MAX)
  const end = `${years.at(-1)}-12-31`
  return (
    <Paper p="md">
      <Picture
        title={texts('picture.title')}
        description={texts('picture.description')}
        columns={[
          { header: texts('column.name') },
          { header: texts('picture.from') },
          { header: texts('picture.to') },
          { header: texts('column.activities') },
        ]}
        rows={members.map(({ establishment, membership }) => [
          establishment.name,
          formats.day(membership.fromOn),
          membership.toOn === undefined ? common('noEnd') : formats.day(membership.toOn),
          membership.activities.join(', '),
        ])}
      >
        <div className={classes['picture']}>
          <div className={classes['scale']}>
            {years
              .filter((_, index) => index % step === 0)
              .map((year) => (
                <span key={year} style={{ insetInlineStart: share(`${year}-01-01`) }}>
                  {year}
                </span>
              ))}
          </div>
          {members.map(({ establishment, membership: { id, fromOn, toOn, isInForce } }) => (
            <div key={id} className={classes['line']}>
              <span className={classes['name']}>{establishment.shortName}</span>
              <span className={classes['track']}>
                <span
                  className={`${classes['bar']} ${isInForce ? '' : classes['past']} ${toOn === undefined ? classes['open'] : ''}`}
                  style={{
                    insetInlineStart: share(fromOn),
                    insetInlineEnd: `calc(100% - ${share(toOn ?? end)})`,
                  }}
                />
                <span className={classes['today']} style={{ insetInlineStart: share(today()) }} />
              </span>
            </div>
          ))}
        </div>
      </Picture>
    </Paper>
  )
}
