import { invalidField } from '../kernel/errors.js'
import type { UploadedEdition } from './request-import.js'

const NAME_LENGTH_MAX = 120
/** A published file is about five megabytes; together they stay far below the request limit. */
const FILES_MAX = 20

/**
 * The files of a `multipart/form-data` body, under whatever field names, and the edition's `name`.
 * @throws DomainError `invalid-input` when the body is something else
 */
export async function readUpload(
  body: ArrayBuffer,
  contentType: string | undefined,
): Promise<UploadedEdition> {
  const form = await parseForm(body, contentType)
  const files = new Map<string, Uint8Array>()
  for (const [field, value] of form) {
    if (typeof value === 'string') continue
    if (files.has(value.name)) throw invalidField(field, `${value.name} was sent twice`)
    if (files.size === FILES_MAX) throw invalidField(field, `Send at most ${FILES_MAX} files`)
    files.set(value.name, new Uint8Array(await value.arrayBuffer()))
  }
  if (files.size === 0) throw invalidField('files', 'Send the files of the public database')
  const name = form.get('name')
  return { name: typeof name === 'string' ? nameOf(name) : 'bdpm', files }
}

function nameOf(text: string): string {
  const name = text.trim()
  if (name !== '' && name.length <= NAME_LENGTH_MAX) return name
  throw invalidField('name', `1 to ${NAME_LENGTH_MAX} characters such as "Édition de juin 2026"`)
}

async function parseForm(body: ArrayBuffer, contentType = ''): Promise<FormData> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) {
    throw invalidField('Content-Type', 'Send the files as multipart/form-data')
  }
  const parsed = new Response(body, { headers: { 'content-type': contentType } }).formData()
  return parsed.catch(() => {
    throw invalidField('body', 'The multipart body is cut or malformed; send it again')
  })
}
