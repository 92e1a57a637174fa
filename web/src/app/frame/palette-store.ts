import { createSpotlight } from '@mantine/spotlight'

const [store, actions] = createSpotlight()

export const palette = { store, open: actions.open }
