import { Page } from '../../ui/layout/page.js'

export function AccountPage() {
  return <Page title="Account">{null}</Page>
}
