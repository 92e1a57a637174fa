import { costSplitSample } from './cost-split/sample.js'
import { deliveryNoteSample } from './delivery-note/sample.js'
import type { DocumentData, DocumentKind } from './registry.js'
import { runSheetSample } from './run-sheet/sample.js'
import { specimenLabelSample } from './specimen-label/sample.js'
import { specimenManifestSample } from './specimen-manifest/sample.js'
import { toteLabelSample } from './tote-label/sample.js'
import { usageStatementSample } from './usage-statement/sample.js'

/** One believable document of each kind: for tests, the demonstration and the eye. */
export const samples: { readonly [Kind in DocumentKind]: DocumentData<Kind> } = {
  'delivery-note': deliveryNoteSample,
  'tote-label': toteLabelSample,
  'specimen-label': specimenLabelSample,
  'specimen-manifest': specimenManifestSample,
  'usage-statement': usageStatementSample,
  'cost-split': costSplitSample,
  'run-sheet': runSheetSample,
}
