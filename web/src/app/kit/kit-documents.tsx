import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, read } from '../../api/client.js'
import { useVocabulary } from '../../texts/vocabulary.js'
import { DocumentButton } from '../../ui/document/document-button.js'
import { DocumentPanel } from '../../ui/document/document-panel.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { Shown } from './shown.js'
import { useKitTexts } from './texts.js'

const latestQuery = queryOptions({
  queryKey: ['documents', 'latest'],
  queryFn: () => read(api.documents.$get({ query: { limit: '1' } })),
})

/** Paper in the page. */
export function KitDocuments() {
  const texts = useKitTexts()
  const words = useVocabulary()
  const query = useQuery(latestQuery)
  return (
    <Panel title={texts('sections.documents')}>
      <Loadable query={query}>
        {({ items: [document] }) =>
          document === undefined ? (
            <EmptyState title={texts('documents.none')}>
              {texts('documents.noneSentence')}
            </EmptyState>
          ) : (
            <>
              <Shown name="DocumentButton" use={texts('documents.button')}>
                <DocumentButton
                  documentId={document.id}
                  title={`${words.word('documentKind', document.kind)} ${document.number ?? ''}`}
                />
              </Shown>
              <Shown name="DocumentPanel" use={texts('documents.panel')}>
                <DocumentPanel documentId={document.id} />
              </Shown>
            </>
          )
        }
      </Loadable>
    </Panel>
  )
}
