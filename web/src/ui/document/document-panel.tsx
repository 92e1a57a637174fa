import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { api, read } from '../../api/client.js'
import { Lines, Loadable } from '../state/loadable.js'
import { useUiTexts } from '../texts.js'
import { printPdf } from './print-pdf.js'

const PdfPages = lazy(() =>
  import('./pdf-pages.js').then((module) => ({ default: module.PdfPages })),
)

const WAIT_MS = 1_500

export const contentUrl = (documentId: string): string => `/api/v1/documents/${documentId}/content`

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['documents', documentId],
    queryFn: () => read(api.documents[':id'].$get({ param: { id: documentId } })),
    // A document is drawn by a job: until its bytes are there, ask again.
    refetchInterval: ({ state }) => (state.data?.content === null ? WAIT_MS : false),
  })

/** A document in the page: seen as it prints, printed, downloaded; waits while it is being drawn. */
export function DocumentPanel({ documentId }: { readonly documentId: string }) {
  const texts = useUiTexts()
  const query = useQuery(documentQuery(documentId))
  return (
    <Loadable query={query}>
      {(document) => {
        if (document.content === null) return <Text role="status">{texts('document.drawing')}</Text>
        const url = contentUrl(document.id)
        const name = `${document.number ?? document.kind}.${document.format}`
        return (
          <Stack gap="sm">
            <Group gap="xs">
              {document.format === 'pdf' ? (
                <Button
                  variant="default"
                  leftSection={<IconPrinter size={18} aria-hidden />}
                  onClick={() => printPdf(url)}
                >
                  {texts('document.print')}
                </Button>
              ) : null}
              <Button
                component="a"
                href={url}
                download={name}
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {texts('document.download')}
              </Button>
            </Group>
            {document.format === 'pdf' ? (
              <Suspense fallback={<Lines count={6} height={48} />}>
                <PdfPages src={url} title={document.title} />
              </Suspense>
            ) : null}
          </Stack>
        )
      }}
    </Loadable>
  )
}
