import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../texts/formats.js'
import { DocumentPanel, documentQuery } from '../ui/document/document-panel.js'
import { Page } from '../ui/layout/page.js'
import { usePathParam } from '../ui/use-path-param.js'
import { useFrameTexts } from './texts.js'

/** One document by itself: what a search for its number opens. */
export function DocumentPage() {
  const texts = useFrameTexts()
  const formats = useFormats()
  const documentId = usePathParam('documentId')
  const { data: document } = useQuery(documentQuery(documentId))
  return (
    <Page
      title={document?.title ?? texts('document')}
      subtitle={document ? formats.dateTime(document.issuedAt) : undefined}
    >
      <DocumentPanel documentId={documentId} />
    </Page>
  )
}
