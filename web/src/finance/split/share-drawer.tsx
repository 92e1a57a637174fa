import { Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ActivityQuery } from '../../../../src/billing/review-schema.js'
import { Loadable } from '../../ui/state/loadable.js'
import { useUiTexts } from '../../ui/texts.js'
import { shareQuery } from '../kit/queries.js'
import { FactsList } from './facts-list.js'
import type { Cell } from './heat-table.js'
import { ShareExplanation } from './share-explanation.js'
import { useSplitTexts } from './texts.js'

interface Props {
  readonly periodId: string
  readonly cell: Cell | undefined
  /** The driver whose facts are open, if one is. */
  readonly view: string | undefined
  readonly onView: (driver: string | undefined) => void
  readonly onClose: () => void
}

/** One cell, opened beside the table: the calculation first, then the facts it counts. */
export function ShareDrawer({ periodId, cell, view, onView, onClose }: Props) {
  const texts = useSplitTexts()
  const ui = useUiTexts()
  return (
    <Drawer
      opened={cell !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={texts('explain.title')}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {cell ? <Share periodId={periodId} cell={cell} view={view} onView={onView} /> : null}
    </Drawer>
  )
}

type ShareProps = Pick<Props, 'periodId' | 'view' | 'onView'> & { readonly cell: Cell }

function Share({ periodId, cell, view, onView }: ShareProps) {
  const share = useQuery(shareQuery({ periodId, ...cell }))
  return (
    <Loadable query={share}>
      {(data) => {
        const part = data.parts.find(({ driver }) => driver === view)
        if (part === undefined) {
          return (
            <ShareExplanation
              share={data}
              onFacts={(driver: ActivityQuery['driver']) => onView(driver)}
            />
          )
        }
        return (
          <FactsList
            periodId={periodId}
            share={data}
            part={part}
            onBack={() => onView(undefined)}
          />
        )
      }}
    </Loadable>
  )
}
