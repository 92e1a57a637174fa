import type { Plugin, Rolldown } from 'vite'

/** Screens of a desk, and what is only ever asked for with a network: charts, pages of documents, the palette. */
const OF_A_DESK =
  /\/web\/src\/(?:pharmacy|member|laboratory|finance|administration|runs|app\/(?:kit\/|frame\/palette|document-page)|ui\/(?:document|picture)\/)/
const OF_THE_COURIER = /\/web\/src\/courier\//
/** Letters of French and English: the other subsets of the font are fetched when one is met. */
const OTHER_LETTERS = /(?:cyrillic|greek|vietnamese|latin-ext|italic)/

const BUILT = 'assets/'

interface Entry {
  readonly url: string
}

/**
 * What a courier's telephone keeps: the files its own screens are made of, found by following the build's
 * imports from the first page, and nothing that only a desk opens.
 */
export function telephoneFiles() {
  let kept: ReadonlySet<string> = new Set()
  const plugin: Plugin = {
    name: 'navette:telephone-files',
    apply: 'build',
    generateBundle(_, bundle) {
      kept = reachedFrom(bundle)
    },
  }
  const isKept = ({ url }: Entry): boolean => !url.startsWith(BUILT) || kept.has(url)
  return { plugin, isKept }
}

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

function reachedFrom(bundle: Bundle): ReadonlySet<string> {
  const chunks = new Map(
    Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  )
  const reached = new Set<string>()
  const waiting = [...chunks.values()].filter(({ isEntry }) => isEntry)
  for (const chunk of waiting) {
    if (reached.has(chunk.fileName)) continue
    reached.add(chunk.fileName)
    for (const file of filesOf(chunk)) reached.add(file)
    const opened = chunk.dynamicImports.filter((name) => isOnTheTelephone(chunks.get(name)))
    for (const name of [...chunk.imports, ...opened]) {
      const next = chunks.get(name)
      if (next !== undefined) waiting.push(next)
    }
  }
  return reached
}

function filesOf({ viteMetadata }: Chunk): readonly string[] {
  if (viteMetadata === undefined) return []
  const { importedCss, importedAssets } = viteMetadata
  return [...importedCss, ...importedAssets].filter((file) => !OTHER_LETTERS.test(file))
}

function isOnTheTelephone(chunk: Chunk | undefined): boolean {
  const modules = chunk?.moduleIds ?? []
  return modules.some((id) => OF_THE_COURIER.test(id)) || !modules.some((id) => OF_A_DESK.test(id))
}
