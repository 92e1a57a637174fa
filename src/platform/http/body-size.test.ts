import { describe, expect, test } from 'vitest'
import { DomainError } from '../../kernel/errors.js'
import { limitBody } from './body-size.js'
import { createRouter } from './contract.js'

const api = createRouter()
  .use(
    limitBody({
      bytesMax: 10,
      refuse: () => {
        throw new DomainError('invalid-input', 'Too large', {})
      },
    }),
  )
  .onError((error, c) => c.text(error.message, 422))
  .post('/echo', async (c) => c.text(await c.req.text()))
  .get('/echo', (c) => c.text('read'))

const send = async (
  body: string | ReadableStream<Uint8Array> | null,
  headers: Record<string, string> = {},
) => {
  const method = body === null ? 'GET' : 'POST'
  const answer = await api.request('/echo', { method, body, headers, duplex: 'half' })
  return `${answer.status} ${await answer.text()}`
}

/** A body whose length nobody declares. */
const chunks = (...texts: string[]) =>
  new ReadableStream<Uint8Array>({
    start: (stream) => {
      for (const text of texts) stream.enqueue(new TextEncoder().encode(text))
      stream.close()
    },
  })

describe('a body', () => {
  test('of the largest size is read', async () => {
    expect(await send('0123456789', { 'content-length': '10' })).toBe('200 0123456789')
    expect(await send(chunks('01234', '56789'))).toBe('200 0123456789')
  })

  test('that declares more is refused', async () => {
    expect(await send('0123456789a', { 'content-length': '11' })).toBe('422 Too large')
  })

  test('that declares nothing is refused where it exceeds the limit', async () => {
    expect(await send(chunks('0123456789', 'a'))).toBe('422 Too large')
  })

  test('that comes in chunks is counted, whatever it declares', async () => {
    const headers = { 'content-length': '1', 'transfer-encoding': 'chunked' }
    expect(await send(chunks('0123456789', 'a'), headers)).toBe('422 Too large')
  })

  test('may be missing', async () => {
    expect(await send(null)).toBe('200 read')
  })
})
