/** Puts a question into the next call and answers it alone. */
export type Batches<Ask, Answer> = (ask: Ask) => Promise<Answer>

export interface BatchOptions<Ask, Answer> {
  readonly asksMax: number
  readonly callsMax: number
  /** Whether two asks may share a call. */
  readonly fits: (one: Ask, other: Ask) => boolean
  /** Gives the answer to each ask by its place. When it throws, every ask of the call fails alike. */
  readonly call: (asks: readonly Ask[]) => Promise<(place: number) => Answer>
}

interface Waiting<Ask, Answer> {
  readonly ask: Ask
  readonly settle: (answer: Answer) => void
  readonly fail: (reason: unknown) => void
}

/**
 * Answers what is asked at the same time with one call. Nobody waits for company: an ask leaves at
 * once while fewer than `callsMax` calls are under way, and with the others when one of them ends.
 */
export function inBatches<Ask, Answer>(options: BatchOptions<Ask, Answer>): Batches<Ask, Answer> {
  const { callsMax, call } = options
  let waiting: Waiting<Ask, Answer>[] = []
  let underWay = 0

  async function send(): Promise<void> {
    const [batch, rest] = split(waiting, options)
    waiting = rest
    underWay += 1
    try {
      const answerAt = await call(batch.map(({ ask }) => ask))
      for (const [place, { settle }] of batch.entries()) settle(answerAt(place))
    } catch (error) {
      for (const { fail } of batch) fail(error)
    }
    underWay -= 1
    if (waiting.length > 0) void send()
  }

  return (ask) =>
    new Promise((settle, fail) => {
      waiting.push({ ask, settle, fail })
      if (underWay < callsMax) void send()
    })
}

/** The first ask, with those behind it that fit it and each other. */
function split<Ask, Answer>(
  waiting: readonly Waiting<Ask, Answer>[],
  { asksMax, fits }: BatchOptions<Ask, Answer>,
): [Waiting<Ask, Answer>[], Waiting<Ask, Answer>[]] {
  const batch: Waiting<Ask, Answer>[] = []
  const rest: Waiting<Ask, Answer>[] = []
  for (const one of waiting) {
    const joins = batch.length < asksMax && batch.every(({ ask }) => fits(ask, one.ask))
    if (joins) batch.push(one)
    else rest.push(one)
  }
  return [batch, rest]
}
