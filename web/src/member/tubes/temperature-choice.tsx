import { Text, UnstyledButton } from '@mantine/core'
import { StorageMark } from '../../ui/marks/storage-mark.js'
import { TEMPERATURE_CLASSES, type TemperatureClass } from './shipment-queries.js'
import { useTubeTexts } from './texts/index.js'
import classes from './tubes.module.css'

interface Props {
  readonly value: TemperatureClass
  readonly onChange: (value: TemperatureClass) => void
}

/** The one temperature class of a container. */
export function TemperatureChoice({ value, onChange }: Props) {
  const t = useTubeTexts()
  return (
    <div>
      <Text fw={500} id="temperature-class">
        {t('new.class')}
      </Text>
      <div className={classes['classes']} role="radiogroup" aria-labelledby="temperature-class">
        {TEMPERATURE_CLASSES.map((each) => (
          <UnstyledButton
            key={each}
            role="radio"
            aria-checked={each === value}
            className={classes['class']}
            onClick={() => onChange(each)}
          >
            <StorageMark of={each} />
          </UnstyledButton>
        ))}
      </div>
      <Text size="sm" c="dimmed">
        {t('new.classHint')}
      </Text>
    </div>
  )
}
