import type { DomainErrorCode } from '../../../src/kernel/errors.js'

export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** What the API says when it refuses: RFC 9457, with our code and what the screen needs to explain it. */
export interface Problem {
  readonly status: number
  readonly title?: string
  readonly code?: DomainErrorCode
  readonly detail?: string
  readonly requestId?: string
  readonly errors?: readonly FieldProblem[]
  readonly [detail: string]: unknown
}

interface Failure {
  readonly status: number
  json(): Promise<unknown>
}

/** A refusal of the server, or its failure when there is no code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status))
    this.problem = problem
  }

  static async from(response: Failure): Promise<ApiProblem> {
    const { status } = response
    try {
      const body = await response.json()
      if (typeof body === 'object' && body !== null) return new ApiProblem({ ...body, status })
    } catch {
      // A proxy's page of its own: the status is all there is.
    }
    return new ApiProblem({ status })
  }
}

/** The server was not reached: nothing is known of what it did. */
export class NetworkProblem extends Error {
  override readonly name = 'NetworkProblem'

  constructor() {
    super('The server cannot be reached')
  }
}

/** What browsers say of a file of the application that did not come; each has words of its own. */
const MISSING_FILE =
  /dynamically imported module|importing a module script failed|unable to preload css/i

/** Whether the network is what stood in the way: of an answer, or of a part of the application never opened before. */
export const isUnreached = (error: Error): boolean =>
  error instanceof NetworkProblem || MISSING_FILE.test(error.message)

export const problemCode = (error: unknown): DomainErrorCode | undefined =>
  error instanceof ApiProblem ? error.problem.code : undefined
