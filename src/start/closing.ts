/** What was opened, closed in the reverse order, each even when another refuses to close. */
export class Closing {
  readonly #closers: Array<() => Promise<void>> = []

  add(close: () => Promise<void>): void {
    this.#closers.push(close)
  }

  /** @throws the first failure, once everything was closed */
  async close(): Promise<void> {
    const failures: unknown[] = []
    for (let close = this.#closers.pop(); close !== undefined; close = this.#closers.pop()) {
      await close().catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }
}

/** Runs `work`, then closes whatever it opened, in the reverse order, whether it succeeded or not. */
export async function closingAfter<T>(work: (closing: Closing) => Promise<T>): Promise<T> {
  const closing = new Closing()
  let result: T
  try {
    result = await work(closing)
  } catch (error) {
    // The first failure is the one to tell; closing after it often fails for the same reason.
    await closing.close().catch(() => undefined)
    throw error
  }
  await closing.close()
  return result
}
