import { Button, Group } from '@mantine/core'
import { notify, takeBack } from './notices.js'
import { useUiTexts } from './texts.js'

const SUCCESS_MS = 5_000
/** Long enough to read the sentence, understand the mistake and reach the button. */
const UNDO_MS = 12_000

/**
 * Says that something was done. With `undo`, offers the contrary act for a moment: nothing is erased, the
 * contrary is one more act, and the server decides about it like about any other.
 */
export function sayDone(message: string, undo?: () => void): void {
  const show = { color: 'green', icon: '✓' }
  if (undo === undefined) {
    void notify({ ...show, message, autoClose: SUCCESS_MS })
    return
  }
  const id = crypto.randomUUID()
  const onUndo = () => {
    void takeBack(id)
    undo()
  }
  void notify({
    ...show,
    id,
    message: <Undoable message={message} onUndo={onUndo} />,
    autoClose: UNDO_MS,
  })
}

interface Props {
  readonly message: string
  readonly onUndo: () => void
}

function Undoable({ message, onUndo }: Props) {
  const texts = useUiTexts()
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <span>{message}</span>
      <Button
        variant="default"
        mih={44}
        style={{ flexShrink: 0 }}
        aria-label={texts('undo.what', { message })}
        onClick={onUndo}
      >
        {texts('undo.verb')}
      </Button>
    </Group>
  )
}
