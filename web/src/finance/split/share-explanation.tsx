import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { ShareExplanationView } from '../../../../src/billing/review-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { PathLink } from '../../ui/layout/page.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { ShareCharges } from './share-charges.js'
import { ShareParts } from './share-parts.js'
import classes from './split.module.css'
import { useSplitTexts } from './texts.js'

type Driver = ShareExplanationView['parts'][number]['driver']

interface Props {
  readonly share: ShareExplanationView
  readonly onFacts: (driver: Driver) => void
}

/** The whole calculation of one amount, in words and figures. */
export function ShareExplanation({ share, onFacts }: Props) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const isOfProducts = share.pool.source === 'products'
  return (
    <Stack gap="md">
      <Text fw={600} size="lg">
        {texts('explain.owes', {
          member: share.member.name,
          amount: formats.euros(share.amount),
          pool: share.pool.label,
          month: formats.month(share.month),
        })}
      </Text>
      <div className={classes['formula']}>
        {isOfProducts
          ? texts('explain.products', { micros: exactFigure(formats, share.numerator) })
          : texts('explain.formula', {
              total: formats.euros(share.ownTotal),
              numerator: exactFigure(formats, share.numerator),
              denominator: exactFigure(formats, share.denominator),
            })}
        {' = '}
        <strong>{formats.euros(share.ownAmount)}</strong>
      </div>
      {isOfProducts ? null : <KeyFacts share={share} />}
      <ShareParts share={share} />
      <Group gap="xs">
        {share.parts.map(({ driver }) =>
          driver === 'contractual' ? null : (
            <Button
              key={driver}
              variant="default"
              rightSection={<IconChevronRight size={18} aria-hidden />}
              onClick={() => onFacts(driver)}
            >
              {texts('explain.facts', { what: common.word('driver', driver) })}
            </Button>
          ),
        )}
      </Group>
      {isOfProducts ? null : <ShareCharges share={share} />}
      <Corrections share={share} />
      <PathLink to="/finance/charges" search={{ mois: share.month, poste: share.pool.id }}>
        {isOfProducts ? null : texts('explain.chargesFooter')}
      </PathLink>
    </Stack>
  )
}

function KeyFacts({ share }: { readonly share: ShareExplanationView }) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const { key, rounding } = share
  const unit = common.word('serverWord', share.unit)
  return (
    <Facts
      items={[
        { label: texts('explain.keyLabel'), value: common.word('serverWord', share.keyLabel) },
        ...(key === null
          ? []
          : [
              {
                label: texts('explain.version', {
                  version: key.version,
                  from: formats.day(key.fromOn),
                }),
                value: key.decisionReference,
              },
            ]),
        {
          label: texts('explain.numerator'),
          value: `${exactFigure(formats, share.numerator)} ${unit}`,
        },
        {
          label: texts('explain.denominator'),
          value: `${exactFigure(formats, share.denominator)} ${unit}`,
        },
        ...(rounding === null
          ? []
          : [
              { label: texts('explain.quotient'), value: formats.euros(rounding.cut) },
              {
                label: texts('explain.rest'),
                value: texts('explain.restValue', {
                  remainder: exactFigure(formats, rounding.remainder),
                  denominator: exactFigure(formats, share.denominator),
                }),
              },
              {
                label: texts('explain.rounding'),
                value: texts(rounding.hasExtraCent ? 'explain.extraCent' : 'explain.noExtraCent'),
              },
            ]),
      ]}
    />
  )
}

function Corrections({ share }: { readonly share: ShareExplanationView }) {
  const texts = useSplitTexts()
  const formats = useFormats()
  if (share.corrections.length === 0) return null
  return (
    <Stack gap="xs">
      <Title order={3}>{texts('explain.corrections')}</Title>
      <table className={classes['ledger']}>
        <tbody>
          {share.corrections.map(({ originMonth, amount }) => (
            <tr key={originMonth}>
              <td>{texts('explain.correctionOf', { month: formats.month(originMonth) })}</td>
              <td className={classes['right']}>{formats.euros(amount)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{texts('explain.amount')}</th>
            <td className={classes['right']}>
              <strong>{formats.euros(share.amount)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </Stack>
  )
}
