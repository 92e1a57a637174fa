import { describe, expect, test } from 'vitest'
import { navette, plain } from './navette.js'

const SLOW_MS = 45_000

describe('the command line', () => {
  test.each([
    ['', /Commandes :\n {2}start .+/],
    ['verify', /--documents <lesquels>/],
    ['grouping create', /--legal-form <forme>/],
    ['user create-administrator', /mot de passe se lit sur/],
  ])(
    'explains « %s » in French, with the option of every command',
    async (command, words) => {
      const run = navette([...command.split(' ').filter(Boolean), '--help'])
      expect(await run.ended).toBe(0)
      expect(plain(run.stdout)).toMatch(words)
      expect(plain(run.stdout)).toMatch(/^Utilisation : navette/)
      expect(plain(run.stdout)).toContain('--json')
      expect(run.stderr).toBe('')
    },
    SLOW_MS,
  )

  test.each([
    [['nope'], /La commande « nope » n’existe pas/],
    [['verify', '--nope'], /L’option « --nope » n’existe pas/],
    [['verify', '--documents', 'half'], /n’est pas parmi none, sample, all/],
    [['close', 'PUI'], /Il manque l’option « --as <courriel> »/],
    [['close', 'PUI', '--as', 'a@b.fr'], /Il manque « mois »/],
    [
      ['close', 'PUI', '2026-13', '--as', 'a@b.fr'],
      /« 2026-13 » n’est pas un mois : écrivez-le comme/,
    ],
  ])(
    'refuses %j as misused, in one sentence',
    async (args, sentence) => {
      const run = navette(args)
      expect(await run.ended).toBe(2)
      expect(plain(run.stderr)).toMatch(sentence)
      expect(plain(run.stderr)).toMatch(/^✕ [^\n]+\.\n$/)
    },
    SLOW_MS,
  )

  test(
    'answers a refusal as one JSON document where it was asked for',
    async () => {
      const run = navette(['verify', '--json'], { env: { NAVETTE_PORT: '1' } })
      expect(await run.ended).toBe(2)
      expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'configuration' } })
    },
    SLOW_MS,
  )
})
