import { shippedFiles } from '../../../../test/architecture/source.js'
import {
  field,
  isNode,
  type Node,
  nodesIn,
  statements,
} from '../../../../test/architecture/syntax.js'

/** What only whoever runs the program reads: in the terminal, in a log, in the report of `verify`. */
const NOT_FOR_SCREENS =
  /^(jobs|templates)\/|^src\/(cli|config|start|demo|verification|main)|^src\/platform\/(queues\/(?!backend)|log|outbox|blobs|events|db\/(embedded|migrations|generated))|violations\.ts$/

/** Data and print, not refusals: the wording of medicines, of holidays, of pages and of headers. */
const NO_REFUSAL =
  /^src\/catalogue\/(bdpm\/(cold-chain|presentations|products|strength|units-per-pack|values)|import\/|search\/)|^src\/kernel\/(gs1-identifiers|public-holidays|format-fr)|^src\/stock\/places|^src\/billing\/vocabulary|^src\/platform\/http\/(docs|metrics|request-scope|screen|static)|(-data|-papers|issue-statements)\.ts$/

/** Properties and calls whose words are documentation, log or audit. */
const DOCUMENTING = new Set([
  ...['summary', 'description', 'tag', 'title', 'label', 'source', 'reason', 'example'],
])
const NOT_SAID = new Set([
  'TypeError',
  'RangeError',
  'Error',
  'contract',
  'step',
  'action',
  'reason',
])
/** What TypeScript wraps around a value without changing it. */
const STILL_VALUES = new Set(['TsAsExpression', 'TsConstAssertion', 'TsSatisfiesExpression'])
const LOGGING = new Set([
  'warn',
  'info',
  'error',
  'debug',
  'header',
  'query',
  'includes',
  'startsWith',
])

/** Glue and codes: joins, media types, SQL, keys; and words of paper and audit, which are French. */
const NO_SENTENCE =
  /^[\s,;:·+«»/-]*$|^(application|text|multipart|inline|public|begin)[/; ,]|\b(charset|select|union all)\b|^([(]?\{\}[) \n/,:;.·-]*)+$|^[^ ]+$|^invalid: |^-c /
const FRENCH = /[àâçèéêëîïôùûœ’]/i

/** Sentences that reach nobody's screen, and why. */
const KNOWN_ELSEWHERE = new Set([
  // Matched against the text of Prisma, never said.
  'Unable to start a transaction',
  // How a case is stamped or described in what is kept.
  'previous state',
  'a complete gzip archive of at most 64 MB',
  // How `not-a-member` begins: screens say it from its details.
  'This order',
  'A specimen shipment',
  'A hub',
])

/** Every sentence that the shipped sources of the server may send to a screen, `{}` for what they put in. */
export function serverSentences(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of shippedFiles()) {
    if (NOT_FOR_SCREENS.test(file.path) || NO_REFUSAL.test(file.path)) continue
    for (const sentence of sentencesIn(statements(file))) {
      if (isSaid(sentence)) found.set(sentence, file.path)
    }
  }
  return found
}

/** What `notFound` is called with: the nouns of « … does not exist ». */
export function serverNouns(): ReadonlySet<string> {
  const found = new Set<string>()
  for (const file of shippedFiles()) {
    for (const node of nodesIn(statements(file))) {
      if (node.type !== 'CallExpression' || nameOf(field(node, 'callee')) !== 'notFound') continue
      const [what] = [...nodesIn(field(node, 'arguments'))].flatMap((part) => textOf(part) ?? [])
      if (what !== undefined) found.add(what)
    }
  }
  return found
}

/** Only glue between what it puts in: nothing to translate, and sometimes a pattern all the same. */
export const isGlue = (text: string): boolean => NO_SENTENCE.test(text)

const isSaid = (text: string): boolean =>
  !NO_SENTENCE.test(text) && !isPrintedFrench(text) && !KNOWN_ELSEWHERE.has(text)

/** The program speaks English to screens: French with its accents is for paper and for the audit trail. */
const isPrintedFrench = (text: string): boolean =>
  FRENCH.test(text.replace(/"[^"]*"/g, '')) ||
  /^(Hors|Reprise|Retour|Feuille|Tableau|Correction|Aucune) /.test(text)

function* sentencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  if (isNode(value)) {
    if (isSilent(value)) return
    const text = textOf(value)
    if (text !== undefined) yield text
  }
  for (const child of Object.values(value)) yield* sentencesIn(child)
}

function isSilent(node: Node): boolean {
  const { type } = node
  if (type === 'TaggedTemplateExpression' || type.includes('Import')) return true
  if (type.startsWith('Ts')) return !STILL_VALUES.has(type)
  if (type === 'VariableDeclarator') return nameOf(field(node, 'id')) === 'tag'
  if (type === 'KeyValueProperty') return DOCUMENTING.has(nameOf(field(node, 'key')))
  if (type !== 'CallExpression' && type !== 'NewExpression') return false
  const callee = field(node, 'callee')
  if (NOT_SAID.has(nameOf(callee))) return true
  return isNode(callee) && LOGGING.has(nameOf(field(callee, 'property')))
}

const nameOf = (node: unknown): string => (isNode(node) ? String(field(node, 'value') ?? '') : '')

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return String(field(node, 'value'))
  if (node.type !== 'TemplateLiteral') return undefined
  return [...nodesIn(field(node, 'quasis'))].map((part) => String(field(part, 'cooked'))).join('{}')
}
