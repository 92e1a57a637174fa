export { deployMigrations } from './deploy.js'
export { migrationsFolder } from './folder.js'
export { deployQueueSchema, QUEUE_SCHEMA } from './queue-schema.js'
