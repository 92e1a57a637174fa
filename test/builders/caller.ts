import type { z } from 'zod'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the wire, where nothing is typed.
  readonly body: any
}

export interface RequestWish {
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string | Uint8Array<ArrayBuffer> | FormData
  readonly headers?: Readonly<Record<string, string>>
}

interface CallerFacts {
  readonly url: string
  readonly cookie?: string
  readonly email?: string
  readonly userId?: string
}

/** Somebody in front of a screen: their cookie, and what they send with it. */
export class Caller {
  readonly #facts: CallerFacts

  constructor(facts: CallerFacts) {
    this.#facts = facts
  }

  get userId(): string {
    return this.#facts.userId ?? ''
  }

  get email(): string {
    return this.#facts.email ?? ''
  }

  get headers(): Readonly<Record<string, string>> {
    const { cookie } = this.#facts
    return cookie === undefined ? {} : { cookie, 'x-navette-request': '1' }
  }

  /** `path` below the root, such as `/api/v1/orders`. */
  async send(method: string, path: string, wish: RequestWish = {}): Promise<Answer> {
    const { body, raw, headers } = wish
    const response = await fetch(`${this.#facts.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...this.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
    const { status } = response
    return { status, headers: response.headers, bytes, text, body: isJson ? JSON.parse(text) : {} }
  }

  /** `path` below `/api/v1`; the answer must be a success that fits `schema`. */
  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    return succeeded('GET', path, schema, await this.send('GET', `/api/v1${path}`))
  }

  async post<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    return this.ask('POST', path, schema, body)
  }

  async patch<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body: unknown,
  ): Promise<z.output<Schema>> {
    return this.ask('PATCH', path, schema, body)
  }

  /** What is refused, as `status code`: "409 wrong-state". */
  async refused(method: string, path: string, body?: unknown): Promise<string> {
    const answer = await this.send(method, `/api/v1${path}`, { body })
    return `${answer.status} ${answer.body.code}`
  }

  private async ask<Schema extends z.ZodType>(
    method: string,
    path: string,
    schema: Schema,
    body: unknown,
  ): Promise<z.output<Schema>> {
    return succeeded(method, path, schema, await this.send(method, `/api/v1${path}`, { body }))
  }
}

function succeeded<Schema extends z.ZodType>(
  method: string,
  path: string,
  schema: Schema,
  { status, text, body }: Answer,
): z.output<Schema> {
  if (status >= 300) throw new Error(`${method} ${path} answers ${status}: ${text}`)
  return schema.parse(body)
}
