import i18next from 'i18next'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from './language.js'

export interface TextTree {
  readonly [key: string]: string | TextTree
}

/** The same keys with other words: a text that is missing in one language does not compile. */
export type SameTexts<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : SameTexts<Tree[Key]>
}

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${'one' | 'other'}` ? Stem : Key
type Paths<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : Paths<Tree[Key], `${Prefix}${Key}.`>
}[keyof Tree & string]

type Values = Readonly<Record<string, string | number>>

export interface Translate<Key extends string> {
  /** The text of a key, with `{{values}}` filled in; `count` chooses between `_one` and `_other`. */
  (key: Key, values?: Values): string
  /** The word for a code of the API below `group`, or the code itself when it is new to the screens. */
  word(group: string, code: string): string
}

/**
 * The words of one part of the screens: answers the hook that reads them in the language of the person. Both
 * languages come with the part itself, which is loaded when it is first opened.
 */
export function defineTexts<const French extends TextTree>(
  namespace: string,
  texts: { readonly fr: French; readonly en: SameTexts<French> },
): () => Translate<Paths<French>> {
  return function useTexts() {
    if (!i18next.hasResourceBundle('fr', namespace)) {
      for (const language of ['fr', 'en'] satisfies Language[]) {
        i18next.addResourceBundle(language, namespace, texts[language], true, true)
      }
    }
    const { t } = useTranslation(namespace)
    const text = useCallback((key: string, values?: Values) => t(key, values ?? {}), [t])
    return useMemo(
      () =>
        Object.assign((key: Paths<French>, values?: Values) => text(key, values), {
          word: (group: string, code: string) => t(`${group}.${code}`, { defaultValue: code }),
        }),
      [text, t],
    )
  }
}
