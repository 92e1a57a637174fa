export { type ProcessLock, tryLock } from './process-lock.js'
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './start.js'
