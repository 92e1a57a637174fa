import { Button, Group } from '@mantine/core'
import { useUiTexts } from '../../ui/texts.js'

interface Props {
  readonly verb: string
  readonly isPending: boolean
  readonly onCancel: () => void
  readonly danger?: boolean
  /** The word that leaves without acting, where «Annuler» is the act itself. */
  readonly leave?: string
}

/** The two buttons that end a form of a dialog. */
export function FormFoot({ verb, isPending, onCancel, danger = false, leave }: Props) {
  const ui = useUiTexts()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {leave ?? ui('cancel')}
      </Button>
      <Button type="submit" loading={isPending} {...(danger && { color: 'red' })}>
        {verb}
      </Button>
    </Group>
  )
}
