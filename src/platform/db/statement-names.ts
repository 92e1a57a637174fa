import { createHash } from 'node:crypto'

/** Lists of ids give one text per length: past this many texts, a statement is parsed each time it is sent. */
const TEXTS_MAX = 500
const UNNAMED = ''

/**
 * Names statements by their text, so that each connection parses and plans the frequent ones once:
 * under row security, planning costs more than running. A connection pooler between Navette and
 * PostgreSQL must therefore keep prepared statements per client.
 */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= TEXTS_MAX) return UNNAMED
    const name = `nv_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
    names.set(sql, name)
    return name
  }
}
