import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Launcher } from './launcher.js'

/** Where everything lies below the caller's folder. */
export interface Layout {
  readonly directory: string
  readonly cluster: string
  readonly passwordFile: string
  readonly postmasterFile: string
  readonly ownerFile: string
  readonly lockFile: string
}

export function layoutOf(directory: string): Layout {
  const cluster = join(directory, 'cluster')
  return {
    directory,
    cluster,
    passwordFile: join(directory, 'password'),
    postmasterFile: join(cluster, 'postmaster.pid'),
    ownerFile: join(directory, 'owner'),
    lockFile: join(directory, 'starting'),
  }
}

/**
 * Makes the database cluster unless it is there, and answers the superuser's password.
 * Interrupted at any point, it starts over: the final name only ever holds a finished cluster.
 */
export async function ensureCluster(layout: Layout, launcher: Launcher): Promise<string> {
  if (!existsSync(join(layout.cluster, 'PG_VERSION'))) await createCluster(layout, launcher)
  launcher.own(layout.cluster)
  return readFileSync(layout.passwordFile, 'utf8').trim()
}

async function createCluster(layout: Layout, launcher: Launcher): Promise<void> {
  const draft = `${layout.cluster}.draft`
  rmSync(layout.cluster, { recursive: true, force: true })
  rmSync(draft, { recursive: true, force: true })
  rmSync(layout.passwordFile, { force: true })

  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(layout.passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  launcher.own(draft)
  launcher.own(layout.passwordFile)

  try {
    await runInitdb(draft, layout.passwordFile, launcher)
    renameSync(draft, layout.cluster)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function runInitdb(folder: string, passwordFile: string, launcher: Launcher): Promise<void> {
  const initdb = launcher.run('initdb', [
    ...['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    // French order everywhere, whatever the host speaks: Éa, etage, été, œuf, zèbre.
    ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=fr-FR', '--locale=C'],
  ])

  let printed = ''
  initdb.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    initdb.once('error', reject)
    initdb.once('close', (code) => (code === 0 ? resolve() : reject(new Error(printed))))
  })
}
