import { allKinds, digestsOf } from './digests.js'

// Run by a test in a process of its own: another zone, the kinds in the other order.
process.stdout.write(JSON.stringify(await digestsOf(allKinds().reverse())))
