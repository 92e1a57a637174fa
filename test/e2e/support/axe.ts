import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe says of the page as it stands, with the elements concerned. */
export async function violationsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What floats above a page stands outside its landmarks by nature.
    .options({ resultTypes: ['violations'], rules: { region: { enabled: false } } })
    // Nothing of ours is in a frame: no second page is opened to put results together.
    .setLegacyMode()
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${where} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}
