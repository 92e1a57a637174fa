export { openRenderPool, type RenderPool, type RenderPoolOptions } from './render-pool.js'
