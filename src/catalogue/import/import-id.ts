import { z } from 'zod'

export const CatalogueImportId = z.uuid().brand<'CatalogueImportId'>()
export type CatalogueImportId = z.infer<typeof CatalogueImportId>
