import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** As much of S3 as storing bytes by their name needs: enough to be refused, missing, full or broken. */
export class S3Server {
  readonly objects = new Map<string, { bytes: Buffer; mediaType: string }>()
  readonly #server: Server
  /** Answers every request with this status instead of serving it. */
  failsWith: number | undefined

  constructor(bucket: string) {
    this.#server = createServer((request, response) => {
      void this.#serve(bucket, request, response)
    })
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    return `127.0.0.1:${address.port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(bucket: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    if (this.failsWith !== undefined) return answer(response, this.failsWith, 'SlowDown')
    if (!/^AWS4-HMAC-SHA256 Credential=key\//.test(request.headers.authorization ?? '')) {
      return answer(response, 403, 'AccessDenied')
    }
    // The client asks for the bucket itself with a slash at the end.
    const path = (request.url ?? '').split('?')[0]?.replace(/\/$/, '') ?? ''
    if (path !== `/${bucket}` && !path.startsWith(`/${bucket}/`)) {
      return answer(response, 404, 'NoSuchBucket')
    }
    if (request.method === 'PUT') {
      const mediaType = request.headers['content-type'] ?? ''
      this.objects.set(path, { bytes: Buffer.concat(chunks), mediaType })
      return answer(response, 200)
    }
    if (path === `/${bucket}`) return answer(response, 200)
    const object = this.objects.get(path)
    if (object === undefined) return answer(response, 404, 'NoSuchKey')
    response.writeHead(200, {
      'content-length': object.bytes.byteLength,
      'content-type': object.mediaType,
    })
    response.end(request.method === 'HEAD' ? undefined : object.bytes)
  }
}

function answer(response: ServerResponse, status: number, code?: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(code === undefined ? undefined : `<Error><Code>${code}</Code></Error>`)
}
