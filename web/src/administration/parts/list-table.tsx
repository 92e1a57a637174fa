import type { ComponentProps } from 'react'
import { DataTable } from '../../ui/table/data-table.js'
import { useAdministrationTexts } from './texts.js'

/** A table inside a panel of the same name: screen readers tell the two apart. */
export function ListTable<Row>(props: ComponentProps<typeof DataTable<Row>>) {
  const texts = useAdministrationTexts()
  return <DataTable {...props} label={texts('tableOf', { what: props.label })} />
}
