import { Button, Group, Paper, Stack } from '@mantine/core'
import { IconPill } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ItemView } from '../../../../src/stock/schema.js'
import { useGrouping } from '../../app/place.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Euros, Units } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { ConsumptionPicture } from './consumption-picture.js'
import { Expiry } from './expiry.js'
import { Coverage } from './items-table.js'
import { LotsTable } from './lots-table.js'
import { AllotmentsOfProduct } from './product-allotments.js'
import { MovementsOfProduct } from './product-movements.js'
import { PresentationsTable } from './product-presentations.js'
import { ReservationsOfProduct } from './product-reservations.js'
import { SubstitutesOfProduct } from './product-substitutes.js'
import { itemQuery, productQuery } from './stock-queries.js'
import { useStockTexts } from './texts/index.js'
import { UnitCost } from './unit-cost.js'

/** One product at the hub: how much, where, for whom, until when. */
export function ProductStockPage() {
  const t = useStockTexts()
  const productId = usePathParam('productId')
  const grouping = useGrouping('pharmacy')
  const product = useQuery(productQuery(productId))
  const item = useQuery({
    ...itemQuery(grouping?.id ?? '', productId),
    enabled: grouping !== undefined,
  })
  return (
    <Loadable query={product}>
      {(sheet) => (
        <Page
          title={sheet.denomination}
          crumbs={[{ label: t('title'), to: '/pharmacie/stock' }]}
          subtitle={[sheet.inn, sheet.form].filter(Boolean).join(' · ')}
          marks={
            <Group gap="xs">
              <StorageMark of={sheet.storageClass} />
              {sheet.isNarcotic ? <StorageMark of="narcotic" /> : null}
            </Group>
          }
          actions={
            <Button
              component={Link}
              to={`/pharmacie/produits/${productId}`}
              variant="default"
              leftSection={<IconPill size={18} aria-hidden />}
            >
              {t('product.sheet')}
            </Button>
          }
        >
          <Panel title={t('product.figures')}>
            <Loadable query={item}>
              {(figures) =>
                figures === null ? (
                  <EmptyState title={t('product.noLots')}>{t('product.never')}</EmptyState>
                ) : (
                  <Figures item={figures} />
                )
              }
            </Loadable>
          </Panel>
          <Panel title={t('product.lots')}>
            <LotsTable filters={{}} productId={productId} />
          </Panel>
          <Paper p="md">
            <ConsumptionPicture productId={productId} />
          </Paper>
          <Panel title={t('product.reservations')}>
            <ReservationsOfProduct productId={productId} />
          </Panel>
          <Panel title={t('product.movements')}>
            <MovementsOfProduct productId={productId} />
          </Panel>
          <Panel title={t('product.presentations')}>
            <PresentationsTable presentations={sheet.presentations} />
          </Panel>
          <Stack gap="md">
            <Panel title={t('product.substitutes')}>
              <SubstitutesOfProduct substitutes={sheet.substitutes} />
            </Panel>
            <Panel title={t('product.allotments')}>
              <AllotmentsOfProduct productId={productId} />
            </Panel>
          </Stack>
        </Page>
      )}
    </Loadable>
  )
}

function Figures({ item }: { readonly item: ItemView }) {
  const t = useStockTexts()
  const formats = useFormats()
  const { blockedUnits, earliestExpiryOn } = item
  return (
    <Facts
      items={[
        { label: t('columns.onHand'), value: <Units of={item.ownedUnits} /> },
        { label: t('columns.reserved'), value: <Units of={item.reservedUnits} /> },
        {
          label: t('columns.available'),
          value: (
            <Group gap="xs">
              <Units of={item.availableUnits} />
              {blockedUnits > 0 ? (
                <StateBadge tone="warn">
                  {t('blocked', { n: formats.number(blockedUnits) })}
                </StateBadge>
              ) : null}
            </Group>
          ),
        },
        { label: t('columns.inTransit'), value: <Units of={item.inTransitUnits} /> },
        {
          label: t('columns.expiry'),
          value: earliestExpiryOn === null ? '–' : <Expiry on={earliestExpiryOn} />,
        },
        { label: t('columns.coverage'), value: <Coverage item={item} /> },
        { label: t('columns.maximum'), value: <Units of={item.allotmentUnits} /> },
        { label: t('product.averageCost'), value: <UnitCost of={item.averageCost} /> },
        { label: t('columns.value'), value: <Euros of={item.value} /> },
      ]}
    />
  )
}
