export { createJobMetrics, type JobMetrics } from './job-metrics.js'
export { openQueues } from './open-queues.js'
export { QUEUE_BOARD_PATH, queueBoard } from './queue-board.js'
export * from './queues.js'
