import { Button, Paper, Stack, Tabs } from '@mantine/core'
import { IconPackageImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useGrouping, useHolds } from '../../app/place.js'
import { Page } from '../../ui/layout/page.js'
import { useFilters } from '../../ui/use-filters.js'
import { ConsumptionPicture } from './consumption-picture.js'
import { CoveragePicture } from './coverage-picture.js'
import { HorizonPicture } from './horizon-picture.js'
import { ItemsTable } from './items-table.js'
import { LotsTable } from './lots-table.js'
import { PlacesTables } from './places-tables.js'
import { RECEIVES_STOCK } from './roles.js'
import { StockFilters } from './stock-filters.js'
import { StockSearch, VIEWS } from './stock-search.js'
import { useStockTexts } from './texts/index.js'

/** What the hub holds: by product, by lot, by place, and as pictures. */
export function StockPage() {
  const t = useStockTexts()
  const grouping = useGrouping('pharmacy')
  const mayReceive = useHolds(RECEIVES_STOCK)
  const [filters, change] = useFilters(StockSearch)
  const view = filters.vue ?? 'produits'
  return (
    <Page
      title={t('title')}
      subtitle={grouping?.name}
      actions={
        mayReceive ? (
          <Button
            component={Link}
            to="/pharmacie/receptions/nouvelle"
            leftSection={<IconPackageImport size={18} aria-hidden />}
          >
            {t('product.receive')}
          </Button>
        ) : null
      }
    >
      <Tabs
        value={view}
        keepMounted={false}
        onChange={(chosen) => change({ vue: VIEWS.find((each) => each === chosen) })}
      >
        <Tabs.List aria-label={t('views.label')}>
          {VIEWS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`views.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="produits" pt="md">
          <Stack gap="sm">
            <StockFilters view="produits" filters={filters} change={change} />
            <ItemsTable filters={filters} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="lots" pt="md">
          <Stack gap="sm">
            <StockFilters view="lots" filters={filters} change={change} />
            <LotsTable filters={filters} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="lieux" pt="md">
          <PlacesTables />
        </Tabs.Panel>
        <Tabs.Panel value="images" pt="md">
          <Pictures />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function Pictures() {
  return (
    <Stack gap="md">
      <Paper p="md">
        <HorizonPicture />
      </Paper>
      <Paper p="md">
        <CoveragePicture />
      </Paper>
      <Paper p="md">
        <ConsumptionPicture />
      </Paper>
    </Stack>
  )
}
