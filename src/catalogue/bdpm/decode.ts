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
 * alone: valid UTF-8 is UTF-8, anything else is Windows-1252.
 * @throws DomainError `import-unreadable` when a gzip archive is damaged or too large
 */
export function decodeText(name: string, bytes: Uint8Array): string {
  const plain = isGzip(bytes) ? unzip(name, bytes) : bytes
  try {
    return utf8.decode(plain)
  } catch {
    return Buffer.from(plain)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (char) => CP1252_HIGH[char.charCodeAt(0) - 0x80] ?? char)
  }
}

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
