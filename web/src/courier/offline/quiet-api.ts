import { hc } from 'hono/client'
import type { ApiRoutes } from '../../../../src/api.js'

/**
 * The API without the frame's question to sign in again: reading in the background must not open a dialog
 * between a gloved thumb and a tote. A header says so when sending waits for somebody to sign in.
 */
export const quietApi = hc<ApiRoutes>('/api/v1')
