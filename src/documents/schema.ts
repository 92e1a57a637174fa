import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import { DocumentId, EstablishmentId, GroupingId } from '../kernel/ids.js'
import { PageQuery, pageOf } from '../kernel/paging.js'

export const DOCUMENT_FORMATS = ['pdf', 'csv'] as const
export const DocumentFormat = z.enum(DOCUMENT_FORMATS)
export type DocumentFormat = z.infer<typeof DocumentFormat>

export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
}

export const DocumentView = z
  .object({
    id: DocumentId,
    groupingId: GroupingId,
    establishmentId: EstablishmentId.nullable(),
    kind: z.string().meta({ example: 'delivery-note' }),
    number: z.string().nullable().meta({ example: 'BL-2026-00042' }),
    title: z.string(),
    format: DocumentFormat,
    subjectType: z.string(),
    subjectId: z.uuid(),
    supersedesId: DocumentId.nullable(),
    issuedAt: InstantView,
    /** Null until the bytes are drawn; then they never change. */
    content: z
      .object({
        sha256: z.string(),
        sizeBytes: z.int(),
        mediaType: z.string(),
        renderedAt: InstantView,
      })
      .nullable(),
  })
  .meta({ ref: 'DocumentView' })
export type DocumentView = z.infer<typeof DocumentView>

export const DocumentPage = pageOf(DocumentView).meta({ ref: 'DocumentPage' })
export type DocumentPage = z.infer<typeof DocumentPage>

export const ListDocumentsQuery = PageQuery.extend({
  groupingId: GroupingId.optional(),
  subjectType: z.string().max(64).optional(),
  subjectId: z.uuid().optional(),
  kind: z.string().max(64).optional(),
})
export type ListDocumentsQuery = z.infer<typeof ListDocumentsQuery>
