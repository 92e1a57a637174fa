import { Checkbox, Stack } from '@mantine/core'
import { type Checklist, POINTS } from './packing-points.js'
import { useTubeTexts } from './texts/index.js'

interface Props {
  readonly checklist: Checklist
  readonly onCheck: (point: keyof Checklist, isChecked: boolean) => void
}

/** The packing, checked point by point. */
export function PackingChecklist({ checklist, onCheck }: Props) {
  const t = useTubeTexts()
  return (
    <Stack gap={4} component="fieldset" style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{t('seal.checklist')}</legend>
      {POINTS.map((point) => (
        <Checkbox
          key={point}
          label={t(`point.${point}`)}
          checked={checklist[point]}
          onChange={(event) => onCheck(point, event.currentTarget.checked)}
          size="md"
          py={8}
        />
      ))}
    </Stack>
  )
}
