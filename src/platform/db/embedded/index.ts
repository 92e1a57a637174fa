export { tryLock } from './process-lock.js'
export { startEmbeddedPostgres } from './start.js'
