import type { CommanderError } from 'commander'

/** What Commander refuses, in the language of the rest; its messages quote the word that is wrong. */
export function misuse({ code, message }: CommanderError): string {
  const [quoted = ''] = /(?<=')[^']+(?=')/.exec(message) ?? []
  const say = SENTENCES[code] ?? (() => 'Cette commande n’est pas écrite comme attendu')
  return `${say(quoted, message)} : « navette --help » montre les commandes.`
}

const SENTENCES: Readonly<Record<string, (quoted: string, message: string) => string>> = {
  'commander.unknownCommand': (word) => `La commande « ${word} » n’existe pas`,
  'commander.unknownOption': (word) => `L’option « ${word} » n’existe pas`,
  'commander.missingArgument': (word) => `Il manque « ${word} »`,
  'commander.missingMandatoryOptionValue': (word) => `Il manque l’option « ${word} »`,
  'commander.optionMissingArgument': (word) => `L’option « ${word} » demande une valeur`,
  'commander.excessArguments': () => 'Il y a trop d’arguments',
  'commander.invalidArgument': (word, message) => {
    const [, choices = ''] = /Allowed choices are (.+)\.$/.exec(message) ?? []
    return `La valeur de « ${word} » n’est pas parmi ${choices}`
  },
}
