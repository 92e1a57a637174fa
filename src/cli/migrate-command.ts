import { ConfigError, readConfig } from '../config.js'
import { closingAfter } from '../start/closing.js'
import { accessDatabase, migrateDatabase } from '../start/database.js'
import { explained } from '../start/failures.js'
import { loadSecret } from '../start/secret.js'
import { EXIT, report } from './report.js'

/** `navette migrate`: names what it applied; a second run applies nothing. */
export async function migrateCommand(json: boolean): Promise<number> {
  const config = readConfig()
  const applied = await closingAfter(async (closing) => {
    try {
      const secret = loadSecret(config)
      const access = await accessDatabase(config, secret)
      closing.add(access.stop)
      if (access.ownerUrl === undefined) {
        throw new ConfigError(
          'DATABASE_URL manque : « navette migrate » agit comme le propriétaire de la base.',
        )
      }
      return await migrateDatabase(access.ownerUrl, secret)
    } catch (error) {
      throw explained(error, config.dataFolder)
    }
  })
  report({ applied }, { json, text: () => migrated(applied.length) })
  return EXIT.done
}

const migrated = (count: number): string =>
  count === 0
    ? 'Le schéma est déjà à jour.'
    : `Le schéma est à jour : ${count} migration${count > 1 ? 's' : ''} appliquée${count > 1 ? 's' : ''}.`
