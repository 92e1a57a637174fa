import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { AppEnv } from '../platform/http/env.js'

type AddressOf = (c: Context<AppEnv>) => string

/**
 * Who really asks, behind `hops` reverse proxies that each append the address they saw. Anything a
 * caller wrote into the header itself stands further left, and is never believed.
 */
export function addressBehind(hops: number): AddressOf | undefined {
  if (hops === 0) return undefined
  return (c) =>
    forwardedAddress(c.req.header('x-forwarded-for'), hops) ??
    getConnInfo(c).remote.address ??
    'unknown'
}

/** The entry the outermost trusted proxy appended; `undefined` when it is missing or no address. */
export function forwardedAddress(header: string | undefined, hops: number): string | undefined {
  const entry = header?.split(',').at(-hops)?.trim() ?? ''
  const bare = entry.replace(/^\[(.+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  // One caller is one address, however a proxy writes it: attempts are counted by it.
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase()
  return isIP(address) === 0 ? undefined : address
}
