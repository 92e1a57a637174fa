import type { DomainErrorCode } from '../../../../src/kernel/errors.js'
import type { Details } from './read-details.js'
import type { Say } from './say.js'

/** How a refusal is said in one language: what it is, what happened and why, what to do now. */
export interface ProblemText {
  readonly title: string
  /** From what the server sent with it; nothing when that says too little. */
  readonly happened?: (details: Details, say: Say) => string | undefined
  /** When neither its details nor its own sentence say more. */
  readonly otherwise: string
  readonly remedy: string | ((details: Details, say: Say) => string)
}

/** Every code of the closed list: a new one does not compile until it has its words. */
export type ProblemTexts = Readonly<Record<DomainErrorCode, ProblemText>>
