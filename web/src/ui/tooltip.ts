/** Alone in its module, so that it can be loaded without the rest of the library. */
export { Tooltip } from '@mantine/core'
