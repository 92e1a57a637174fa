const NO_BREAK = '\u00a0'
const NARROW = '\u202f'

/** French spacing of sentences written with plain spaces: a line never breaks before a colon or inside « ». */
export const typeset = (text: string): string =>
  text
    .replaceAll(/ :(?=\s|$)/gm, `${NO_BREAK}:`)
    .replaceAll(/ ([;!?])(?=\s|$)/gm, `${NARROW}$1`)
    .replaceAll(/« /g, `«${NO_BREAK}`)
    .replaceAll(/ »/g, `${NO_BREAK}»`)
