import { Stack, Text, Title } from '@mantine/core'
import type { ShareExplanationView } from '../../../../src/billing/review-schema.js'
import { useFormats } from '../../texts/formats.js'
import { capital, exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import classes from './split.module.css'
import { useSplitTexts } from './texts.js'

/** What each part of the key measured, for the member and for everybody. */
export function ShareParts({ share }: { readonly share: ShareExplanationView }) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  if (share.parts.length === 0) return null
  const isMix = share.parts.length > 1
  return (
    <Stack gap="xs">
      <Title order={3}>{texts('explain.parts')}</Title>
      <table className={classes['ledger']}>
        <thead>
          <tr>
            <th scope="col">{texts('explain.part')}</th>
            {isMix ? (
              <th scope="col" className={classes['right']}>
                {texts('explain.weight')}
              </th>
            ) : null}
            <th scope="col" className={classes['right']}>
              {texts('explain.quantity')}
            </th>
            <th scope="col" className={classes['right']}>
              {texts('explain.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {share.parts.map(({ driver, weight, quantity, total }) => (
            <tr key={driver}>
              <td>
                {capital(common.word('driver', driver))} ({common.word('unit', driver)})
              </td>
              {isMix ? <td className={classes['right']}>{formats.number(weight)}</td> : null}
              <td className={classes['right']}>{exactFigure(formats, quantity)}</td>
              <td className={classes['right']}>{exactFigure(formats, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {share.parts.some(({ driver }) => driver === 'contractual') ? (
        <Text size="sm" c="dimmed">
          {texts('explain.contractual')}{' '}
          {texts('explain.days', { days: share.memberDays, all: share.monthDays })}.
        </Text>
      ) : null}
    </Stack>
  )
}
