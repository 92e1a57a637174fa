import { DomainError } from '../../../src/kernel/errors.js'

/** The refusal that `work` ends in; a success or any other failure is a failed test. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('Expected a refusal')
}

export const codeOf = async (work: Promise<unknown>): Promise<string> =>
  (await refusalOf(work)).code
