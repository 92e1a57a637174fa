import { NumberInput, Select, Switch } from '@mantine/core'
import { useUiTexts } from '../../ui/texts.js'
import { STORAGE_CLASSES } from '../stock/stock-search.js'
import type { Rules } from './product-rules.js'
import { useProductTexts } from './texts.js'

const SHELF_DAYS_MAX = 3_650

const SWITCHES = [
  ['isNarcotic', 'narcotic'],
  ['isLotTracked', 'lotTracked'],
  ['isSerialised', 'serialised'],
  ['requiresFourEyes', 'fourEyes'],
  ['isBloodDerived', 'bloodDerived'],
] as const

interface Props {
  readonly rules: Rules
  readonly change: (part: Partial<Rules>) => void
}

/** How a product is stored, for how long, and what its handling demands. */
export function RuleFields({ rules, change }: Props) {
  const t = useProductTexts()
  const ui = useUiTexts()
  return (
    <>
      <Select
        label={t('facts.storage')}
        data={STORAGE_CLASSES.map((each) => ({ value: each, label: ui.word('storage', each) }))}
        value={rules.storageClass}
        onChange={(chosen) => {
          const storageClass = STORAGE_CLASSES.find((each) => each === chosen)
          if (storageClass !== undefined) change({ storageClass })
        }}
        allowDeselect={false}
      />
      <NumberInput
        label={t('edit.shelf')}
        description={t('edit.shelfHelp')}
        value={rules.minimumShelfLifeDays}
        onChange={(days) => change({ minimumShelfLifeDays: Number(days) || 0 })}
        min={0}
        max={SHELF_DAYS_MAX}
        allowDecimal={false}
      />
      {SWITCHES.map(([rule, word]) => (
        <Switch
          key={rule}
          label={t(`flags.${word}`)}
          checked={rules[rule]}
          onChange={({ currentTarget: { checked } }) => change({ [rule]: checked })}
        />
      ))}
    </>
  )
}
