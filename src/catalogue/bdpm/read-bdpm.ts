import { type BdpmSource, bdpmFileOf } from './files.js'
import { readPresentations } from './presentations.js'
import { readProducts } from './products.js'
import type { BdpmCatalogue } from './records.js'
import { Findings } from './values.js'

/**
 * Reads one edition of the public medicines database (« Base de données publique des médicaments »)
 * from its published files, plain or gzip, whatever their encoding, line ends and extra columns.
 * @throws DomainError `import-unreadable` naming the file, the line and what was expected
 */
export function readBdpm(files: BdpmSource): BdpmCatalogue {
  const source = new Map([...files].filter(([name]) => bdpmFileOf(name) !== undefined))
  const findings = new Findings()
  const products = readProducts(source, findings)
  const knownCis = new Set(products.map((product) => product.cis))
  const presentations = readPresentations(source, knownCis, findings)
  return { products, presentations, findings: findings.all }
}
