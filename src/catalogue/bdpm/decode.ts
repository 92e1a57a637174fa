import { gunzipSync } from 'node:zlib'
import { DomainError } from '../../kernel/errors.js'

/** The largest real file is 4 MB; the ceiling stops a small archive that unfolds without end. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024

/**
 * What Windows-1252 puts at 0x80–0x9F, where Latin-1 has control characters (Unicode's CP1252.TXT).
 * Own table: some Node releases decode `windows-1252` as plain Latin-1 and lose « œ » and « ’ ».
 */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of one published file, unzipped when needed, without its byte-order mark.
 * The publisher mixes UTF-8 and Windows-1252 between files and between years, so each file is judged
 * alone, and line by line once it is not all UTF-8: one stray byte must not garble « stupéfiants »
 * everywhere else.
 * @throws DomainError `import-unreadable` when a gzip archive is damaged or too large
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const plain = isGzip(bytes) ? unzip(name, bytes) : bytes
  return repair(asUtf8(plain) ?? decodeLines(plain))
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

const decodeLines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line) => {
      if (!/[\u0080-\u00ff]/.test(line)) return line
      return asUtf8(Buffer.from(line, 'latin1')) ?? line
    })
    .join('\n')

/**
 * Latin-1 controls (0x80–0x9F) are Windows-1252 letters read as Latin-1: by us just above, or by the
 * publisher, whose UTF-8 files hold « d\u0092alcool » since one of its own conversions.
 */
const repair = (text: string): string =>
  // PostgreSQL refuses NUL in text and JSON.
  text
    .replaceAll('\u0000', '')
    .replace(/[\u0080-\u009f]/g, (char) => CP1252_HIGH[char.charCodeAt(0) - 0x80] ?? char)

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

function unzip(name: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_TEXT_BYTES })
  } catch {
    throw new DomainError('import-unreadable', `${name} is not a readable gzip archive`, {
      file: name,
      expected: 'a complete gzip archive of at most 64 MB',
    })
  }
}
