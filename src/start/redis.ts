import { Redis } from 'ioredis'
import { ConfigError } from '../config.js'

const CONNECT_TIMEOUT_MS = 5_000

/**
 * Asks Redis once: opened queues would go on trying for ever, and fill the log with it.
 * @throws ConfigError naming the server, never its password
 */
export async function requireRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => undefined)
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    const isRefused = error instanceof Error && /NOAUTH|WRONGPASS/.test(error.message)
    throw new ConfigError(
      isRefused
        ? `Redis refuse le mot de passe à ${new URL(redisUrl).host} : corrigez REDIS_URL.`
        : `Redis ne répond pas à ${new URL(redisUrl).host} : démarrez-le, ou corrigez REDIS_URL.`,
    )
  } finally {
    redis.disconnect()
  }
}
