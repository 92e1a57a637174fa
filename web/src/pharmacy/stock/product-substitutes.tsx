import { Stack, Text } from '@mantine/core'
import type { SubstituteView } from '../../../../src/catalogue/schema.js'
import { PathLink } from '../../ui/layout/page.js'
import { useStockTexts } from './texts/index.js'

/** What may be given instead; each opens its own stock. */
export function SubstitutesOfProduct({
  substitutes,
}: {
  readonly substitutes: readonly SubstituteView[]
}) {
  const t = useStockTexts()
  if (substitutes.length === 0) return <Text c="dimmed">{t('product.noSubstitutes')}</Text>
  return (
    <Stack gap="xs">
      {substitutes.map(({ substituteId, denomination, note }) => (
        <div key={substituteId}>
          <PathLink to={`/pharmacie/stock/${substituteId}`}>{denomination}</PathLink>
          {note ? <Text c="dimmed">{note}</Text> : null}
        </div>
      ))}
    </Stack>
  )
}
