import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type * as EngineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

/** PostgreSQL's one-byte "char" and plain text, by object id. */
const INTERNAL_CHAR_OID = 18
const TEXT_OID = 25

/** The part of the WebAssembly interface used here; neither our `lib` nor Node 20's types have it. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  instantiate(module: object, imports: object): Promise<{ readonly exports: EngineExports }>
}
type EngineExports = Readonly<Record<string, unknown>>

let loading: Promise<typeof EngineModule> | undefined

/** Prisma's schema engine on one database. Free it, and close the adapter, when done. */
export async function connectSchemaEngine(
  url: string,
  schema: [string, string][],
): Promise<EngineModule.SchemaEngine> {
  const { SchemaEngine } = await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogReadingAdapter(url))
  return SchemaEngine.new({ datamodels: schema }, () => undefined, adapter)
}

/** Once per process: a second instance would corrupt the memory of the first. */
function loadEngine(): Promise<typeof EngineModule> {
  loading ??= instantiate()
  return loading
}

async function instantiate(): Promise<typeof EngineModule> {
  // Without this hook the engine's own panics surface as an unrelated TypeError.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } })

  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'))
  const module = await WebAssembly.compile(bytes)
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': { ...engine } })
  bindGlue(engine, instance.exports)
  return engine
}

function reportPanic(message: string): void {
  process.stderr.write(`The schema engine panicked: ${message}\n`)
}

/** Glue the generator exports without typing it: memory first, then the engine's start function. */
function bindGlue(engine: object, exports: EngineExports): void {
  const glue = engine as { __wbg_set_wasm(exports: EngineExports): void }
  glue.__wbg_set_wasm(exports)
  const start = exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

/**
 * adapter-pg cannot read the internal "char" type the engine selects from the catalogs. The pool
 * announces such columns as text, and the adapter tells the engine what they really are.
 */
function catalogReadingAdapter(connectionString: string): PrismaPg {
  const charColumns = new Set<string>()
  const factory = new PrismaPg(poolReadingChars(connectionString, charColumns), {
    disposeExternalPool: true,
  })

  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnTypes.map((type, index) =>
        charColumns.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
  return factory
}

function poolReadingChars(connectionString: string, charColumns: Set<string>): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 })
  const query = pool.query.bind(pool)
  return Object.assign(pool, {
    query: async (config: pg.QueryConfig) => {
      const result = await query(config)
      for (const field of result.fields) {
        if (field.dataTypeID !== INTERNAL_CHAR_OID) continue
        charColumns.add(field.name)
        field.dataTypeID = TEXT_OID
      }
      return result
    },
  })
}
