import { Button, Grid, Group, Stack } from '@mantine/core'
import { IconBox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ProductView } from '../../../../src/catalogue/schema.js'
import { useHolds } from '../../app/place.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useUiTexts } from '../../ui/texts.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { EDITS_CATALOGUE } from '../stock/roles.js'
import { productQuery } from '../stock/stock-queries.js'
import { EditRules } from './edit-rules.js'
import { StatusMark } from './product-flags.js'
import { ProductPacks } from './product-packs.js'
import { SubstitutesEditor } from './substitutes-editor.js'
import { useProductTexts } from './texts.js'
import { VatRates } from './vat-rates.js'

/** One product of the catalogue, and what the pharmacy decides about it. */
export function ProductPage() {
  const query = useQuery(productQuery(usePathParam('productId')))
  return <Loadable query={query}>{(product) => <Product product={product} />}</Loadable>
}

interface Props {
  readonly product: ProductView
}

function Product({ product }: Props) {
  const t = useProductTexts()
  const words = useVocabulary()
  const mayEdit = useHolds(EDITS_CATALOGUE)
  return (
    <Page
      title={product.denomination}
      crumbs={[{ label: t('title'), to: '/pharmacie/produits' }]}
      subtitle={words.word('productKind', product.kind)}
      marks={
        <Group gap="xs">
          <StorageMark of={product.storageClass} />
          {product.isNarcotic ? <StorageMark of="narcotic" /> : null}
          <StatusMark status={product.status} />
        </Group>
      }
      actions={
        <Button
          component={Link}
          to={`/pharmacie/stock/${product.id}`}
          variant="default"
          leftSection={<IconBox size={18} aria-hidden />}
        >
          {t('stock')}
        </Button>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Panel title={t('identity')}>
            <Identity product={product} />
          </Panel>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Panel title={t('rules')} aside={mayEdit ? <EditRules product={product} /> : null}>
            <Rules product={product} />
          </Panel>
        </Grid.Col>
      </Grid>
      <Panel title={t('packs.title')}>
        <ProductPacks product={product} mayEdit={mayEdit} />
      </Panel>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <SubstitutesEditor product={product} mayEdit={mayEdit} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <VatRates product={product} mayEdit={mayEdit} />
        </Grid.Col>
      </Grid>
    </Page>
  )
}

function Identity({ product }: Props) {
  const t = useProductTexts()
  const text = (value: string) => value || t('facts.unknown')
  const code = (value: string | null) =>
    value === null ? t('facts.unknown') : <Code>{value}</Code>
  return (
    <Facts
      items={[
        { label: t('facts.inn'), value: text(product.inn) },
        { label: t('facts.strength'), value: text(product.strength) },
        { label: t('facts.form'), value: text(product.form) },
        { label: t('facts.routes'), value: text(product.routes.join(', ')) },
        { label: t('facts.cis'), value: code(product.cis) },
        { label: t('facts.atc'), value: code(product.atc) },
        { label: t('facts.holders'), value: text(product.holders.join(', ')) },
        { label: t('facts.supply'), value: t.word('supply', product.supplyStatus) },
        {
          label: t('facts.conditions'),
          value: text(product.prescriptionConditions.join(' · ')),
        },
      ]}
    />
  )
}

function Rules({ product }: Props) {
  const t = useProductTexts()
  const ui = useUiTexts()
  const flags = [
    ['narcotic', product.isNarcotic],
    ['lotTracked', product.isLotTracked],
    ['serialised', product.isSerialised],
    ['fourEyes', product.requiresFourEyes],
    ['bloodDerived', product.isBloodDerived],
    ['hospitalOnly', product.isHospitalOnly],
  ] as const
  return (
    <Stack gap="sm">
      <Facts
        items={[
          { label: t('facts.storage'), value: <StorageMark of={product.storageClass} /> },
          {
            label: t('facts.shelf'),
            value: t('facts.shelfDays', { count: product.minimumShelfLifeDays }),
          },
          ...flags.map(([flag, isOn]) => ({
            label: t(`flags.${flag}`),
            value: (
              <StateBadge tone={isOn ? 'info' : 'neutral'}>{ui(isOn ? 'yes' : 'no')}</StateBadge>
            ),
          })),
        ]}
      />
    </Stack>
  )
}
