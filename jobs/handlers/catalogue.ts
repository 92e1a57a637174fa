import { CatalogueImportId, runImport } from '../../src/catalogue/index.js'
import * as catalogue from '../declarations/catalogue.js'
import { handle } from '../handle.js'

/** Safe to repeat: a completed import is left alone, and the same edition twice changes nothing. */
export const importBdpm = handle(catalogue.importBdpm, (ctx, { importId }, progress, { blobs }) =>
  runImport(ctx, CatalogueImportId.parse(importId), { blobs, progress }),
)
