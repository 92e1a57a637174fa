import { createHash } from 'node:crypto'
import type { DocumentKind } from '../registry.js'
import { isDocumentKind, renderPdf } from '../registry.js'
import { samples } from '../samples.js'

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Kind → SHA-256 of its sample, rendered in the order given. */
export async function digestsOf(kinds: readonly DocumentKind[]): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const kind of kinds) digests[kind] = sha256(await renderPdf(kind, samples[kind]))
  return digests
}

export const allKinds = (): DocumentKind[] => Object.keys(samples).filter(isDocumentKind)
