/** Keeps the best `limit` documents: highest score first, then lowest number (best static rank). */
export class Top {
  private readonly documents: number[] = []
  private readonly scores: number[] = []
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  offer(document: number, score: number): void {
    const { documents, scores, limit } = this
    let at = documents.length
    while (at > 0 && beats(document, score, documents[at - 1] ?? 0, scores[at - 1] ?? 0)) at--
    if (at >= limit) return
    documents.splice(at, 0, document)
    scores.splice(at, 0, score)
    if (documents.length > limit) {
      documents.pop()
      scores.pop()
    }
  }

  get result(): readonly number[] {
    return this.documents
  }
}

const beats = (document: number, score: number, other: number, otherScore: number): boolean =>
  score > otherScore || (score === otherScore && document < other)
