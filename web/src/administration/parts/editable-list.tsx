import { Group } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import type { Column } from '../../ui/table/data-table.js'
import { DialogButton } from './dialog-button.js'
import { ListTable } from './list-table.js'
import { useAdministrationTexts } from './texts.js'
import { useMayAdminister } from './use-administration.js'

interface Named {
  readonly id: string
  readonly name: string
}

interface Props<Row> {
  readonly title: string
  readonly query: UseQueryResult<readonly Row[], Error>
  readonly columns: readonly Column<Row>[]
  readonly empty: { readonly title: string; readonly hint: string }
  /** The titles of the form, for a new one and for one that exists. */
  readonly add: string
  readonly change: string
  /** The form of one, of a new one when there is none. */
  readonly form: (row: Row | undefined, close: () => void) => ReactNode
}

/** Things of an establishment, which an administrator adds to and changes in a dialog. */
export function EditableList<Row extends Named>(props: Props<Row>) {
  const { title, query, empty, add, form } = props
  const mayAct = useMayAdminister()
  const act = useActColumn(props)
  const columns = mayAct ? [...props.columns, act] : props.columns
  return (
    <Panel
      title={title}
      aside={
        mayAct ? <DialogButton label={add}>{(close) => form(undefined, close)}</DialogButton> : null
      }
    >
      <Loadable query={query}>
        {(rows) => (
          <ListTable
            label={title}
            columns={columns}
            rows={rows}
            rowId={({ id }) => id}
            empty={<EmptyState title={empty.title}>{empty.hint}</EmptyState>}
          />
        )}
      </Loadable>
    </Panel>
  )
}

function useActColumn<Row extends Named>({ change, form }: Props<Row>): Column<Row> {
  const texts = useAdministrationTexts()
  return {
    key: 'act',
    header: <span className="nv-visually-hidden">{texts('actions')}</span>,
    cell: (row) => (
      <Group justify="flex-end">
        <DialogButton
          isCompact
          label={texts('change')}
          name={texts('changeOf', { name: row.name })}
          title={change}
        >
          {(close) => form(row, close)}
        </DialogButton>
      </Group>
    ),
  }
}
