import type { SessionView } from '../../../src/access/schema.js'

const KEPT_AS = 'navette-session'

/**
 * Who was signed in when the network was last there, so that a telephone opened in a basement shows its
 * round. It opens nothing at the server: the cookie alone does.
 */
export const keptSession = {
  keep: (session: SessionView): void => localStorage.setItem(KEPT_AS, JSON.stringify(session)),
  read: (): SessionView | null => {
    const text = localStorage.getItem(KEPT_AS)
    return text === null ? null : parse(text)
  },
  forget: (): void => localStorage.removeItem(KEPT_AS),
}

/** Only this program writes there, in this one shape. */
const parse = (text: string): SessionView => JSON.parse(text)
