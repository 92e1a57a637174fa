import { inject } from 'vitest'
import { z } from 'zod'
import type { Login } from '../../../src/demo/cast.js'
import { DEMO_PASSWORD } from '../../../src/demo/found-alliance.js'

const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) })

/** Somebody of the demonstration who calls the API: what a test prepares, and what it looks up afterwards. */
export class Person {
  readonly userId: string
  readonly #token: string

  private constructor({ token, user }: z.infer<typeof SignedIn>) {
    this.userId = user.id
    this.#token = token
  }

  static async signedIn(login: Login): Promise<Person> {
    const response = await fetch(`${inject('e2eAddress')}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentialsOf(login)),
    })
    return new Person(SignedIn.parse(await response.json()))
  }

  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    return this.#ask('GET', path, schema)
  }

  post<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body: unknown = {},
  ): Promise<z.output<Schema>> {
    return this.#ask('POST', path, schema, body)
  }

  async #ask<Schema extends z.ZodType>(
    method: string,
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.output<Schema>> {
    const response = await fetch(`${inject('e2eAddress')}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`)
    return schema.parse(JSON.parse(text))
  }
}

export const credentialsOf = (login: Login) => ({
  email: `${login}@navette.demo`,
  password: DEMO_PASSWORD,
})
