import { Page } from '../../ui/layout/page.js'

export function KitPage() {
  return <Page title="Kit">{null}</Page>
}
