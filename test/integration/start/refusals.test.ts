import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, onTestFinished, test } from 'vitest'
import {
  canBeNobody,
  dataFolder,
  expectRefusal,
  isRoot,
  NOBODY,
  navette,
  SECRET,
  takenPort,
  works,
} from './navette.js'

const SLOW_MS = 45_000

/** A file system of its own on the folder, where the machine allows it. */
function mounted(folder: string, options: string): boolean {
  if (!isRoot || !works('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder)) return false
  onTestFinished(() => void works('umount', '-l', folder))
  return true
}

describe('navette start says in one sentence, and ends with a failure, when', () => {
  test(
    'the port is taken, before it touches the data',
    async () => {
      const port = await takenPort()
      const env = { NAVETTE_DATA: '/nowhere/at/all', PORT: String(port) }
      await expectRefusal(
        navette(['start'], { env }),
        2,
        new RegExp(`port ${port} est pris .+ : arrêtez-le, .+PORT=${port + 1}`),
      )
    },
    SLOW_MS,
  )

  test(
    'a file stands where the data should be',
    async () => {
      const file = join(dataFolder(), 'data')
      writeFileSync(file, '')
      const env = { NAVETTE_DATA: file }
      await expectRefusal(
        navette(['start'], { env }),
        1,
        /fichier occupe la place .+ : déplacez-le/,
      )
    },
    SLOW_MS,
  )

  test.skipIf(!canBeNobody)(
    'the folder cannot be written by its account',
    async () => {
      const run = navette(['start'], { env: { NAVETTE_DATA: dataFolder(0o555) }, as: NOBODY })
      await expectRefusal(run, 1, /n’est pas accessible en écriture .+ : donnez-lui ce droit/)
    },
    SLOW_MS,
  )

  test.skipIf(!canBeNobody)(
    'the folder lies in a home that its account cannot enter',
    async () => {
      const env = { NAVETTE_DATA: join(dataFolder(0o700), 'navette') }
      const run = navette(['start'], { env, as: NOBODY })
      await expectRefusal(run, 1, /n’est pas accessible en écriture .+ : donnez-lui ce droit/)
    },
    SLOW_MS,
  )

  test.skipIf(!isRoot)(
    'the disk is mounted read-only',
    async ({ skip }) => {
      const folder = dataFolder()
      if (!mounted(folder, 'ro,size=4m')) skip('this machine mounts nothing')
      const run = navette(['start'], { env: { NAVETTE_DATA: folder } })
      await expectRefusal(run, 1, /n’est pas accessible en écriture/)
    },
    SLOW_MS,
  )

  test.skipIf(!isRoot).for(['32k', '16m', '44m'])(
    'the disk is full after %s',
    { timeout: SLOW_MS },
    async (size, { skip }) => {
      const folder = dataFolder()
      if (!mounted(folder, `size=${size}`)) skip('this machine mounts nothing')
      const run = navette(['start'], { env: { NAVETTE_DATA: folder } })
      await expectRefusal(run, 1, /disque qui porte .+ est plein : libérez de la place/)
    },
  )

  test(
    'the kept secret is damaged',
    async () => {
      const folder = dataFolder()
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'secret'), '')
      const run = navette(['start'], { env: { NAVETTE_DATA: folder } })
      await expectRefusal(run, 2, /secret est abîmé : remettez celui de votre sauvegarde/)
    },
    SLOW_MS,
  )

  test(
    'a variable of its own is misspelt, or the secret is missing',
    async () => {
      await expectRefusal(
        navette(['start'], { env: { NAVETTE_DEMOO: '1' } }),
        2,
        /NAVETTE_DEMOO est inconnue : corrigez/,
      )
      const env = { DATABASE_URL: 'postgresql://navette@127.0.0.1:1/navette' }
      await expectRefusal(navette(['start'], { env }), 2, /NAVETTE_SECRET manque : .+ donnez/)
    },
    SLOW_MS,
  )

  test(
    'nothing answers at DATABASE_URL',
    async () => {
      const DATABASE_URL = 'postgresql://navette:secret@127.0.0.1:1/navette'
      await expectRefusal(
        navette(['start'], { env: { DATABASE_URL, NAVETTE_SECRET: SECRET } }),
        2,
        /127\.0\.0\.1:1\/navette est inaccessible, .+ : démarrez la base ou corrigez DATABASE_URL/,
      )
    },
    SLOW_MS,
  )

  test(
    'the API or the worker has no database to share',
    async () => {
      await expectRefusal(navette(['api']), 2, /DATABASE_URL manque : « navette api »/)
      await expectRefusal(navette(['worker']), 2, /DATABASE_URL manque : « navette worker »/)
    },
    SLOW_MS,
  )
})
