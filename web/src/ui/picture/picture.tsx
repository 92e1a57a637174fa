import { ActionIcon, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconFileTypeCsv } from '@tabler/icons-react'
import { type ReactNode, Suspense, useId, useState } from 'react'
import { Hinted } from '../hinted.js'
import { Lines } from '../state/loadable.js'
import { useUiTexts } from '../texts.js'
import { toCsv } from './to-csv.js'

export interface PictureColumn {
  readonly header: string
  /** Numbers line up on the right. */
  readonly isNumber?: boolean
}

interface Props {
  readonly title: string
  /** What the picture shows, in a sentence: read by screen readers, seen below the title. */
  readonly description: string
  readonly columns: readonly PictureColumn[]
  /** Every figure of the picture, formatted as a person reads it. */
  readonly rows: readonly (readonly string[])[]
  readonly children: ReactNode
  readonly level?: 2 | 3
  /** Its parts open what they show: they are then links of their own, not one image. */
  readonly isInteractive?: boolean
}

/** A picture that can always be read as a table and taken away as a CSV file. */
export function Picture(props: Props) {
  const { title, description, columns, rows, children, level = 2, isInteractive = false } = props
  const texts = useUiTexts()
  const [view, setView] = useState('picture')
  const id = useId()
  const download = () => {
    const url = URL.createObjectURL(toCsv([columns.map(({ header }) => header), ...rows]))
    const link = document.createElement('a')
    link.href = url
    link.download = `${title}.csv`
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Stack component="figure" gap="xs" m={0} aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={level} id={id}>
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        </div>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            value={view}
            onChange={setView}
            aria-label={title}
            data={[
              { value: 'picture', label: texts('picture.asPicture') },
              { value: 'table', label: texts('picture.asTable') },
            ]}
          />
          <Hinted label={texts('picture.csv')}>
            <ActionIcon
              variant="default"
              onClick={download}
              aria-label={`${texts('picture.csv')} : ${title}`}
            >
              <IconFileTypeCsv size={18} aria-hidden />
            </ActionIcon>
          </Hinted>
        </Group>
      </Group>
      {view === 'picture' ? (
        <Suspense fallback={<Lines count={4} height={40} />}>
          {isInteractive ? (
            children
          ) : (
            <div role="img" aria-label={`${title}. ${description}`}>
              {children}
            </div>
          )}
        </Suspense>
      ) : (
        <PictureTable title={title} columns={columns} rows={rows} />
      )}
    </Stack>
  )
}

function PictureTable({ title, columns, rows }: Pick<Props, 'title' | 'columns' | 'rows'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section style={{ overflow: 'auto', maxHeight: 360 }} tabIndex={0} aria-label={title}>
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        <thead>
          <tr>
            {columns.map(({ header, isNumber }) => (
              <th
                key={header}
                scope="col"
                style={{ textAlign: isNumber ? 'right' : 'left', padding: 4 }}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('\t')}>
              {row.map((cell, index) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  key={index}
                  style={{ textAlign: columns[index]?.isNumber ? 'right' : 'left', padding: 4 }}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
