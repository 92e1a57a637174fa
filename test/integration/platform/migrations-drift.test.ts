import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrationsFolder } from '../../../src/platform/db/migrations/index.js'
import { missingSql } from '../../../tools/schema-drift.js'

const SCHEMA_FOLDER = resolve(migrationsFolder(), '..', 'schema')

const DATASOURCE = `
  datasource db {
    provider = "postgresql"
  }`
const SHELF = `
  model Shelf {
    id   Int    @id
    name String @unique
  }`

test('the migrations of this version make exactly what its schema describes', async () => {
  const folders = { schema: SCHEMA_FOLDER, migrations: migrationsFolder() }

  expect(await missingSql(inject('pgUrl'), folders)).toBe('')
})

test('a model added in one file of the real schema is missing from the migrations', async () => {
  const schema = temporaryFolder()
  cpSync(SCHEMA_FOLDER, schema, { recursive: true })
  writeFileSync(join(schema, 'shelf.prisma'), SHELF)

  const sql = await missingSql(inject('pgUrl'), { schema, migrations: migrationsFolder() })

  expect(sql).toContain('CREATE TABLE "Shelf"')
})

test('what Prisma has no words for is not a difference', async () => {
  const folders = smallProject({
    '20260101000000_shelf': `
      create table "Shelf" (id int not null, name text not null, constraint "Shelf_pkey" primary key (id));
      create unique index "Shelf_name_key" on "Shelf" (name);
      alter table "Shelf" add constraint shelf_is_named check (name <> '');
      alter table "Shelf" enable row level security;
      create policy everyone on "Shelf" using (true);
      create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger shelf_stays before delete on "Shelf" execute function refuse();
      create index shelf_open on "Shelf" (id) where name <> 'closed';
      create index shelf_covered on "Shelf" (id) include (name);`,
  })

  expect(await missingSql(inject('pgUrl'), folders)).toBe('')
})

test('a column the schema no longer has is a difference', async () => {
  const folders = smallProject({
    '20260101000000_shelf': `
      create table "Shelf" (id int not null, name text not null, aisle int,
        constraint "Shelf_pkey" primary key (id));
      create unique index "Shelf_name_key" on "Shelf" (name);`,
  })

  expect(await missingSql(inject('pgUrl'), folders)).toContain('DROP COLUMN "aisle"')
})

function smallProject(migrations: Readonly<Record<string, string>>) {
  const root = temporaryFolder()
  const folders = { schema: join(root, 'schema'), migrations: join(root, 'migrations') }
  mkdirSync(folders.schema)
  writeFileSync(join(folders.schema, 'main.prisma'), DATASOURCE)
  writeFileSync(join(folders.schema, 'shelf.prisma'), SHELF)
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folders.migrations, name), { recursive: true })
    writeFileSync(join(folders.migrations, name, 'migration.sql'), sql)
  }
  return folders
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'navette-drift-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}
