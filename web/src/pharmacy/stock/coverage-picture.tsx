import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CoverageList } from '../../../../src/stock/overview-schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Picture } from '../../ui/picture/picture.js'
import { Loadable } from '../../ui/state/loadable.js'
import classes from './columns.module.css'
import { coverageQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'

const MARKS = [7, 30] as const
/** Beyond, a bar says «enough» and its figure says how much. */
const SCALE_MAX_DAYS = 90

/** Below a week is stop, below a month is a warning. */
export const toneOfCoverage = (days: number): 'ok' | 'warn' | 'stop' =>
  days < MARKS[0] ? 'stop' : days < MARKS[1] ? 'warn' : 'ok'

export function CoveragePicture() {
  const grouping = useGrouping('pharmacy')
  const query = useQuery({ ...coverageQuery(grouping?.id ?? ''), enabled: grouping !== undefined })
  return <Loadable query={query}>{({ items }) => <Coverage items={items} />}</Loadable>
}

function Coverage({ items }: CoverageList) {
  const t = useStockTexts()
  const formats = useFormats()
  const longest = Math.min(SCALE_MAX_DAYS, Math.max(45, ...items.map((item) => item.coverageDays)))
  const at = (days: number) => `${(Math.min(days, longest) / longest) * 100}%`
  return (
    <Picture
      title={t('coverage.title')}
      description={t('coverage.description')}
      isInteractive
      columns={[
        { header: t('columns.product') },
        { header: t('columns.available'), isNumber: true },
        { header: t('columns.sent90'), isNumber: true },
        { header: t('columns.coverage'), isNumber: true },
      ]}
      rows={items.map((item) => [
        item.productName,
        formats.number(item.availableUnits),
        formats.number(item.dispatchedUnits90Days),
        t('days', { n: formats.number(item.coverageDays) }),
      ])}
    >
      {items.length === 0 ? <Text c="dimmed">{t('coverage.empty')}</Text> : null}
      {items.length === 0 ? null : (
        <div className={classes['row']} aria-hidden>
          <span className={classes['name']} />
          <span className={classes['axis']}>
            {MARKS.map((mark) => (
              <span key={mark} style={{ left: at(mark) }}>
                {t('days', { n: mark })}
              </span>
            ))}
          </span>
        </div>
      )}
      <ul className={classes['rows']}>
        {items.map((item) => (
          <li key={item.productId}>
            <Link
              className={`${classes['row']} ${classes[toneOfCoverage(item.coverageDays)]}`}
              to={`/pharmacie/stock/${item.productId}`}
              aria-label={t('coverage.row', { name: item.productName, days: item.coverageDays })}
            >
              <span className={classes['name']} title={item.productName}>
                {item.productName}
              </span>
              <span className={classes['track']} aria-hidden>
                <span
                  className={`${classes['bar']} ${item.coverageDays > longest ? classes['cut'] : ''}`}
                  style={{ display: 'block', width: at(item.coverageDays) }}
                />
                {MARKS.map((mark) => (
                  <span key={mark} className={classes['mark']} style={{ left: at(mark) }} />
                ))}
              </span>
              <span className="nv-number">
                {t('days', { n: formats.number(item.coverageDays) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Picture>
  )
}
