import { Button, Chip, Group, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { TemperatureClass } from '../../../../src/kernel/storage-class.js'
import { useFormats } from '../../texts/formats.js'
import { sayDone } from '../../ui/say-done.js'
import { useUiTexts } from '../../ui/texts.js'
import { readingOf } from '../offline/deed-drafts.js'
import type { Item, LocalRun } from '../offline/local-run.js'
import { recordActs } from '../offline/record-acts.js'
import { isExcursion, parseTemperature, RANGES } from '../offline/temperature.js'
import { useDriver } from '../offline/use-round.js'
import { Note } from '../shell/screen.js'
import { Sheet } from '../shell/sheet.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly run: LocalRun
  /** Chosen beforehand when one container was tapped. */
  readonly item?: Item | undefined
}

const VAN = 'van'

/** A temperature read on a thermometer: of the van, or of one container, held against its class at once. */
export function TemperatureSheet({ isOpen, onClose, run, item }: Props) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const driver = useDriver(run.id)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(VAN)
  const cold = run.items.filter(
    ({ phase, temperatureClass }) => phase === 'aboard' && temperatureClass !== 'ambient',
  )
  const subject = item ?? cold.find(({ code }) => code === chosen)
  const deci = parseTemperature(typed)
  const save = async () => {
    if (deci === undefined) return
    await recordActs(driver, [readingOf(deci, subject?.code)])
    sayDone(texts('temperature.saved', { value: formats.decimal(deci / 10) }))
    setTyped('')
    onClose()
  }
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={texts('temperature.title')}>
      {item === undefined && cold.length > 0 ? (
        <SubjectChoice items={cold} value={chosen} onChange={setChosen} />
      ) : null}
      <TextInput
        label={texts('temperature.value')}
        description={texts('temperature.hint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={typed !== '' && deci === undefined ? texts('temperature.invalid') : undefined}
        inputMode="text"
        autoComplete="off"
        data-autofocus
      />
      {deci === undefined || !subject?.temperatureClass ? null : (
        <RangeNote temperatureClass={subject.temperatureClass} deci={deci} />
      )}
      <Button disabled={deci === undefined} onClick={() => void save()}>
        {texts('temperature.save')}
      </Button>
    </Sheet>
  )
}

interface ChoiceProps {
  readonly items: readonly Item[]
  readonly value: string
  readonly onChange: (value: string) => void
}

function SubjectChoice({ items, value, onChange }: ChoiceProps) {
  const texts = useCourierTexts()
  const id = useId()
  return (
    <div>
      <div id={id}>{texts('temperature.of')}</div>
      <Chip.Group multiple={false} value={value} onChange={onChange}>
        <Group gap="xs" role="radiogroup" aria-labelledby={id}>
          <Chip value={VAN} radius="md">
            {texts('temperature.van')}
          </Chip>
          {items.map(({ code }) => (
            <Chip key={code} value={code} radius="md">
              {code}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  )
}

interface RangeProps {
  readonly temperatureClass: TemperatureClass
  readonly deci: number
}

function RangeNote({ temperatureClass, deci }: RangeProps) {
  const texts = useCourierTexts()
  const formats = useFormats()
  const word = useUiTexts().word('storage', temperatureClass)
  const range = RANGES[temperatureClass]
  if (range === undefined) return null
  const max = formats.decimal(range.max / 10)
  const limits =
    range.min === undefined
      ? texts('temperature.limitsMax', { word, max })
      : texts('temperature.limits', { word, max, min: formats.decimal(range.min / 10) })
  const isOut = isExcursion(temperatureClass, deci)
  return (
    <Note tone={isOut ? 'stop' : 'ok'}>
      <strong>{texts(isOut ? 'temperature.excursion' : 'temperature.ok')}</strong> · {limits}
      {isOut ? <p style={{ margin: 0 }}>{texts('temperature.excursionHint')}</p> : null}
    </Note>
  )
}
