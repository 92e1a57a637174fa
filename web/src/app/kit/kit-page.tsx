import { Anchor, Text } from '@mantine/core'
import { Page } from '../../ui/layout/page.js'
import classes from './kit.module.css'
import { KitDocuments } from './kit-documents.js'
import { KitForms } from './kit-forms.js'
import { KitFoundations } from './kit-foundations.js'
import { KitLayout } from './kit-layout.js'
import { KitMarks } from './kit-marks.js'
import { KitPictures } from './kit-pictures.js'
import { KitScan } from './kit-scan.js'
import { KitStates } from './kit-states.js'
import { KitTables } from './kit-tables.js'
import { useKitTexts } from './texts.js'

const SECTIONS = [
  ['foundations', KitFoundations],
  ['marks', KitMarks],
  ['layout', KitLayout],
  ['states', KitStates],
  ['tables', KitTables],
  ['scan', KitScan],
  ['forms', KitForms],
  ['pictures', KitPictures],
  ['documents', KitDocuments],
] as const

/** The kit itself: every component with its name, when to use it, and sample values. */
export function KitPage() {
  const texts = useKitTexts()
  return (
    <Page title={texts('title')}>
      <Text maw={760}>{texts('intro')}</Text>
      <nav aria-label={texts('contents')} className={classes['contents']}>
        {SECTIONS.map(([id]) => (
          <Anchor key={id} href={`#${id}`}>
            {texts(`sections.${id}`)}
          </Anchor>
        ))}
      </nav>
      {SECTIONS.map(([id, Section]) => (
        <div key={id} id={id} style={{ scrollMarginTop: 72 }}>
          <Section />
        </div>
      ))}
    </Page>
  )
}
