import { Button } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import type { LocalStop } from '../offline/local-run.js'
import { Note, Section } from '../shell/screen.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './stop.module.css'

/** Where it is, whom to call, what to know at the door. */
export function StopAddress({ stop }: { readonly stop: LocalStop }) {
  const texts = useCourierTexts()
  return (
    <Section title={stop.establishmentName}>
      {stop.instructions === '' ? null : (
        <Note tone="info">
          <strong>{texts('stop.instructions')}</strong> · {stop.instructions}
        </Note>
      )}
      <div className={classes['address']}>
        <address>
          {stop.address.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
        {stop.phone === null ? null : (
          <Button
            component="a"
            href={`tel:${stop.phone.replaceAll(' ', '')}`}
            variant="default"
            leftSection={<IconPhone aria-hidden />}
          >
            {texts('round.call')}
          </Button>
        )}
      </div>
    </Section>
  )
}
