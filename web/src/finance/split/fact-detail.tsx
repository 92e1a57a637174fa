import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ActivityView } from '../../../../src/billing/review-schema.js'
import { useSession } from '../../api/session.js'
import { spacesOf } from '../../app/spaces.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { PathLink } from '../../ui/layout/page.js'
import { Code } from '../../ui/marks/amounts.js'
import { exactFigure } from '../kit/figures.js'
import { useFinanceTexts } from '../kit/texts.js'
import { useSplitTexts } from './texts.js'

interface Props {
  readonly fact: ActivityView
  readonly driver: string
  readonly onBack: () => void
}

/** One movement, stop, tube or entry: the last step down from an amount. */
export function FactDetail({ fact, driver, onBack }: Props) {
  const texts = useSplitTexts()
  const common = useFinanceTexts()
  const formats = useFormats()
  const what = { movement: 'product', stop: 'place', tube: 'tube', record: 'source' } as const
  const items = [
    { label: texts(`facts.${what[fact.kind]}`), value: fact.label },
    { label: texts('facts.at'), value: formats.dateTime(fact.at) },
    { label: texts('facts.who'), value: fact.who ?? '–' },
    { label: texts('facts.reference'), value: <Code>{fact.reference ?? '–'}</Code> },
    { label: texts('facts.lot'), value: fact.lotNumber && <Code>{fact.lotNumber}</Code> },
    { label: texts('facts.units'), value: fact.units !== null && formats.number(fact.units) },
    {
      label: texts('facts.unitCost'),
      value: fact.unitCost !== null && `${exactFigure(formats, fact.unitCost)} €`,
    },
    {
      label: `${texts('facts.counts')} (${common.word('unit', driver)})`,
      value: exactFigure(formats, fact.counts),
    },
    {
      label: texts('facts.number'),
      value: fact.kind === 'movement' && <Code>{fact.id}</Code>,
    },
  ]
  return (
    <Stack gap="md">
      <div>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={onBack}
        >
          {texts('explain.backFacts')}
        </Button>
      </div>
      <Title order={3}>{texts(`facts.kind.${fact.kind}`)}</Title>
      <Facts items={items.filter(({ value }) => value !== false && value !== null)} />
      {fact.counts === '0' ? <Text c="dimmed">{texts('facts.zero')}</Text> : null}
      <Elsewhere fact={fact} />
    </Stack>
  )
}

/** Where the fact itself lives, for whoever may go there. */
function Elsewhere({ fact }: { readonly fact: ActivityView }) {
  const texts = useSplitTexts()
  const reach = new Set(spacesOf(useSession()).map(({ id }) => id))
  const links = [
    fact.lotId !== null && reach.has('pharmacy')
      ? { to: `/pharmacie/lots/${fact.lotId}`, label: texts('facts.trace') }
      : undefined,
    fact.subject?.type === 'order' && reach.has('pharmacy')
      ? { to: `/pharmacie/commandes/${fact.subject.id}`, label: texts('facts.seeOrder') }
      : undefined,
    fact.subject?.type === 'run' && reach.has('pharmacy')
      ? { to: `/pharmacie/tournees/${fact.subject.id}`, label: texts('facts.seeRun') }
      : undefined,
    fact.subject?.type === 'specimen-shipment' && reach.has('laboratory')
      ? { to: `/laboratoire/colis/${fact.subject.id}`, label: texts('facts.seeShipment') }
      : undefined,
  ].filter((link) => link !== undefined)
  if (links.length === 0) return null
  return (
    <Group gap="md">
      {links.map(({ to, label }) => (
        <PathLink key={to} to={to}>
          {label}
        </PathLink>
      ))}
    </Group>
  )
}
