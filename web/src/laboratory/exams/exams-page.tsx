import { Page } from '../../ui/layout/page.js'

export function ExamsPage() {
  return <Page title="">{null}</Page>
}
