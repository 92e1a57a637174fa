import { Button } from '@mantine/core'
import { api, read } from '../../api/client.js'
import { useAct } from '../../ui/use-act.js'
import { useTimetableTexts } from './texts.js'

interface Props {
  readonly templateId: string
  readonly day: string
  readonly name?: string
  readonly onDone?: () => void
}

/** Lets one day follow the timetable again. */
export function RestoreDay({ templateId, day, name, onDone }: Props) {
  const texts = useTimetableTexts()
  const restore = useAct({
    act: () =>
      read(
        api['run-templates'][':id'].exceptions[':day'].$delete({ param: { id: templateId, day } }),
      ),
    changes: ['run-templates', 'runs'],
    success: texts('day.restored'),
    onDone: () => onDone?.(),
  })
  return (
    <Button
      variant="default"
      size={onDone === undefined ? 'compact-sm' : 'sm'}
      aria-label={name}
      loading={restore.isPending}
      onClick={() => restore.mutate()}
      style={{ alignSelf: 'flex-start' }}
    >
      {texts('day.restore')}
    </Button>
  )
}
