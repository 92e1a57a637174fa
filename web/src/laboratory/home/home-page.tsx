import { Page } from '../../ui/layout/page.js'

export function HomePage() {
  return <Page title="laboratory">{null}</Page>
}
