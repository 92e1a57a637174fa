export { deployMigrations } from './deploy.js'
export { migrationsFolder } from './folder.js'
export { deployQueueSchema } from './queue-schema.js'
