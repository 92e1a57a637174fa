import { Page } from '../../ui/layout/page.js'

export function StockPage() {
  return <Page title="Stock">{null}</Page>
}
