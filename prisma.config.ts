import { defineConfig } from 'prisma/config'

// Prisma 7 looks for its native engine (and downloads it) before every command, even those that
// never start it. Any existing executable satisfies the check; docs/adr/0006 says how we migrate.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath

// A default export because the Prisma command line reads nothing else.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
})
