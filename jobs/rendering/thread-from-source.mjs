import { register } from 'tsx/esm/api'

// `--import tsx` serves the main thread only: run from the sources, a thread registers its own loader.
register()
await import('./render-thread.ts')
