/** Documents by word. A prefix is one run of `keys`, and its postings one run of the flat arrays. */
export interface Vocabulary {
  /** Distinct words, in code-unit order. */
  readonly keys: readonly string[]
  /** `documents[starts[i]..starts[i + 1])` hold word `keys[i]`; every document number ascends in rank. */
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  /** The same, only where the word begins the denomination. */
  readonly headStarts: Uint32Array
  readonly headDocuments: Uint32Array
}

/** Builds the postings; `documentWords[d]` are the words of document `d`, `heads[d]` its first one. */
export function buildVocabulary(
  documentWords: readonly (readonly string[])[],
  heads: readonly (string | undefined)[],
): Vocabulary {
  const everywhere = new Map<string, number[]>()
  const atHead = new Map<string, number[]>()
  documentWords.forEach((words, document) => {
    for (const word of new Set(words)) post(everywhere, word, document)
    const head = heads[document]
    if (head !== undefined) post(atHead, head, document)
  })
  const keys = [...everywhere.keys()].sort()
  const all = flatten(keys, everywhere)
  const head = flatten(keys, atHead)
  return {
    keys,
    starts: all.starts,
    documents: all.documents,
    headStarts: head.starts,
    headDocuments: head.documents,
  }
}

function post(postings: Map<string, number[]>, word: string, document: number): void {
  const known = postings.get(word)
  if (known === undefined) postings.set(word, [document])
  else known.push(document)
}

function flatten(keys: readonly string[], postings: ReadonlyMap<string, readonly number[]>) {
  const starts = new Uint32Array(keys.length + 1)
  const documents: number[] = []
  keys.forEach((key, index) => {
    for (const document of postings.get(key) ?? []) documents.push(document)
    starts[index + 1] = documents.length
  })
  return { starts, documents: Uint32Array.from(documents) }
}

/** The run of keys that start with `prefix`: `[from, to)`. */
export function prefixRun(keys: readonly string[], prefix: string): { from: number; to: number } {
  const from = lowerBound(keys, prefix)
  return { from, to: lowerBound(keys, `${prefix}\uffff`) }
}

/** The first index whose key is not before `text`. */
export function lowerBound(keys: readonly string[], text: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
