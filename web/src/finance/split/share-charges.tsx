import { Stack, Text, Title } from '@mantine/core'
import type { ShareExplanationView } from '../../../../src/billing/review-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Code } from '../../ui/marks/amounts.js'
import classes from './split.module.css'
import { useSplitTexts } from './texts.js'

/** The charges whose sum the key splits. */
export function ShareCharges({ share }: { readonly share: ShareExplanationView }) {
  const texts = useSplitTexts()
  const formats = useFormats()
  return (
    <Stack gap="xs">
      <Title order={3}>{texts('explain.charges')}</Title>
      {share.charges.length === 0 ? (
        <Text c="dimmed">{texts('explain.noCharges')}</Text>
      ) : (
        <table className={classes['ledger']}>
          <tbody>
            {share.charges.map(({ id, label, documentReference, amount, originMonth }) => (
              <tr key={id}>
                <td>
                  {label}
                  {originMonth === share.month
                    ? null
                    : ` (${texts('explain.correctionOf', { month: formats.month(originMonth) })})`}
                </td>
                <td>
                  <Code>{documentReference}</Code>
                </td>
                <td className={classes['right']}>{formats.euros(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  )
}
