import { Button, Paper } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReceiptView } from '../../../../src/stock/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Page } from '../../ui/layout/page.js'
import { Verdict } from '../../ui/marks/verdict.js'
import { ReceiptLines } from './receipt-lines.js'
import { useReceiptTexts } from './texts.js'

interface Props {
  readonly receipt: ReceiptView
  readonly onAnother: () => void
}

/** What came in, with the average cost each product has now. */
export function ReceiptDone({ receipt, onAnother }: Props) {
  const t = useReceiptTexts()
  const formats = useFormats()
  const units = receipt.lines.reduce((total, line) => total + line.units, 0)
  return (
    <Page
      title={t('receipt', { number: receipt.number })}
      crumbs={[{ label: t('title'), to: '/pharmacie/receptions' }]}
      actions={
        <>
          <Button component={Link} to="/pharmacie/receptions" variant="default">
            {t('done.list')}
          </Button>
          <Button onClick={onAnother}>{t('done.another')}</Button>
        </>
      }
    >
      <Verdict
        tone="ok"
        detail={t('done.sentence', {
          units: formats.number(units),
          lines: t('form.lineCount', { count: receipt.lines.length }),
        })}
      >
        {t('done.title', { number: receipt.number })}
      </Verdict>
      <Paper p="md">
        <ReceiptLines receipt={receipt} />
      </Paper>
    </Page>
  )
}
