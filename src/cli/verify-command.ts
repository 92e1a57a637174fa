import { renderDocumentKind } from '../../jobs/handlers/document-renderer.js'
import { ConfigError } from '../config.js'
import { openDatabase } from '../platform/db/client.js'
import { closingAfter } from '../start/closing.js'
import { progressLine } from '../start/progress.js'
import { type VerificationProgress, verifyDatabase } from '../verification/index.js'
import { EXIT, report } from './report.js'
import { withRuntime } from './with-runtime.js'

/** Half of them suffice: the checks run one after the other. */
const CONNECTIONS = 4
const PRINTED_VIOLATIONS = 50

type VerificationReport = Awaited<ReturnType<typeof verifyDatabase>>
export type DocumentSampling = VerificationReport['documents']

interface VerifyOptions {
  readonly documents: DocumentSampling
  readonly json: boolean
}

/** `navette verify`: holds the whole database against every rule; refused (1) when one is broken. */
export function verifyCommand({ documents, json }: VerifyOptions): Promise<number> {
  return withRuntime(({ access: { ownerUrl }, clock }) =>
    closingAfter(async (closing) => {
      if (ownerUrl === undefined) {
        throw new ConfigError(
          'DATABASE_URL manque : « navette verify » lit toute la base, comme son propriétaire.',
        )
      }
      const owner = openDatabase(ownerUrl, {
        connections: CONNECTIONS,
        applicationName: 'navette-verify',
      })
      closing.add(owner.close)
      const progress = progressLine({ silent: json })
      const onProgress = ({ step, done, total }: VerificationProgress) =>
        progress.advance(STEPS[step], done, total)
      const found = await verifyDatabase(owner, {
        ...{ documents, clock, onProgress, render: renderDocumentKind },
      })
      progress.end()
      report(found, { json, text: () => table(found) })
      return found.holds ? EXIT.done : EXIT.refused
    }),
  )
}

const STEPS = { facts: 'faits', schema: 'schéma', documents: 'documents' } as const

/** One line per rule, then what breaks them. */
function table({ rules, violations, holds }: VerificationReport): string {
  const width = Math.max(...rules.map(({ rule }) => rule.length))
  const lines = rules.map(
    ({ rule, checked, violations: broken }) =>
      `  ${broken === 0 ? '✓' : '✕'} ${rule.padEnd(width)} ${String(checked).padStart(9)}${broken === 0 ? '' : `   ${broken} violation(s)`}`,
  )
  const details = violations
    .slice(0, PRINTED_VIOLATIONS)
    .map(({ rule, subject, message }) => `  ${rule} · ${subject} : ${message}`)
  const rest = violations.length - details.length
  return [
    ...lines,
    ...(details.length > 0 ? ['', ...details] : []),
    ...(rest > 0 ? [`  … et ${rest} de plus (--json les donne toutes)`] : []),
    '',
    holds
      ? `Toutes les règles tiennent : ${rules.length} vérifiées.`
      : `${violations.length} violation(s) : rien n’a été modifié, chacune est à examiner.`,
  ].join('\n')
}
