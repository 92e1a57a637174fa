import { Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { PharmacyDay } from '../../../../src/today/schema.js'
import { Code } from '../../ui/marks/amounts.js'
import { useHomeTexts } from './texts/index.js'

/** The preparations the person has begun and not ended. */
export function Mine({ orders }: { readonly orders: PharmacyDay['mine'] }) {
  const t = useHomeTexts()
  return (
    <Stack gap="xs">
      {orders.map(({ id, number, establishmentName }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Text>
            <Code>{number}</Code> · {establishmentName}
          </Text>
          <Button
            component={Link}
            to={`/pharmacie/preparation/${id}`}
            aria-label={`${t('mine.resume')} ${number}`}
          >
            {t('mine.resume')}
          </Button>
        </Group>
      ))}
    </Stack>
  )
}
