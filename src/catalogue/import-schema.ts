import { z } from 'zod'
import { InstantView } from '../kernel/calendar.js'
import { PageQuery, pageOf } from '../kernel/paging.js'
import { CatalogueImportId } from './import/import-id.js'

export const IMPORT_STATES = ['queued', 'running', 'completed', 'failed'] as const
export const ImportState = z.enum(IMPORT_STATES)

const StoredFile = z.object({ name: z.string(), sha256: z.string(), sizeBytes: z.int() })
export type StoredFile = z.infer<typeof StoredFile>

const Counts = z
  .object({
    added: z.int(),
    changed: z.int(),
    left: z.int(),
    unchanged: z.int(),
    samples: z.object({
      added: z.array(z.string()),
      changed: z.array(z.object({ code: z.string(), fields: z.array(z.string()) })),
      left: z.array(z.string()),
    }),
  })
  .meta({ ref: 'CatalogueImportCounts' })

/** What the edition changed; the lists are samples, the counts are whole. */
export const ImportReportView = z
  .object({
    products: Counts,
    presentations: Counts,
    orphans: z.int(),
    invalidCodes: z.int(),
    duplicates: z.int(),
    unreadableValues: z.int(),
    unknownWords: z.int(),
    absentFiles: z.array(z.string()),
    packsWithoutUnits: z.int(),
    findings: z.array(
      z.object({
        kind: z.string(),
        file: z.string(),
        line: z.int().nullable(),
        code: z.string().nullable(),
        value: z.string(),
      }),
    ),
  })
  .meta({ ref: 'CatalogueImportReport' })

export const ImportFailure = z
  .object({ code: z.string(), message: z.string() })
  .meta({ ref: 'CatalogueImportFailure' })
export type ImportFailure = z.infer<typeof ImportFailure>

/** The `report` column: what was asked for, then what came of it. */
export const KeptReport = ImportReportView.partial().extend({
  files: z.array(StoredFile).default([]),
  failure: ImportFailure.optional(),
})

export const CatalogueImportView = z
  .object({
    id: CatalogueImportId,
    source: z.string(),
    sourceSha256: z.string(),
    state: ImportState,
    startedById: z.uuid().nullable(),
    startedAt: InstantView,
    finishedAt: InstantView.nullable(),
    files: z.array(StoredFile),
    /** Where its progress can be followed: `/jobs/{queue}/{id}`. */
    job: z.object({ queue: z.string(), id: z.string() }),
    report: ImportReportView.nullable(),
    failure: ImportFailure.nullable(),
  })
  .meta({ ref: 'CatalogueImportView' })
export type CatalogueImportView = z.infer<typeof CatalogueImportView>
export const CatalogueImportPage = pageOf(CatalogueImportView).meta({ ref: 'CatalogueImportPage' })
export type CatalogueImportPage = z.infer<typeof CatalogueImportPage>

export const ListImportsQuery = PageQuery.extend({ cursor: z.uuid().optional() })
export type ListImportsQuery = z.infer<typeof ListImportsQuery>
export const ImportParam = z.object({ importId: CatalogueImportId })
