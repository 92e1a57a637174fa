import { createTheme } from '@mantine/core'

const TARGET = 56
const TEXT = '1.125rem'
const SMALL = '1rem'
const BUTTON_EDGE = 10
const field = {
  input: { minHeight: TARGET, fontSize: TEXT },
  label: { fontSize: TEXT },
  description: { fontSize: SMALL },
  error: { fontSize: SMALL },
}

/** Targets for a gloved thumb, text for the sun: 56 px, 18/26. */
export const thumbTheme = createTheme({
  components: {
    Button: {
      styles: {
        root: { minHeight: TARGET, fontSize: TEXT, height: 'auto', paddingBlock: BUTTON_EDGE },
        // A link that looks like a button does not centre its words by itself.
        inner: { minHeight: TARGET - 2 * BUTTON_EDGE },
        label: { whiteSpace: 'normal', lineHeight: 1.25 },
      },
    },
    ActionIcon: { styles: { root: { minWidth: TARGET, minHeight: TARGET } } },
    TextInput: { styles: field },
    Textarea: { styles: field },
    Chip: {
      defaultProps: { variant: 'outline' },
      styles: { label: { minHeight: TARGET, fontSize: TEXT, paddingInline: 16, paddingBlock: 8 } },
    },
    Checkbox: {
      styles: {
        body: { minHeight: TARGET, alignItems: 'center' },
        label: { minHeight: TARGET, display: 'flex', alignItems: 'center', fontSize: TEXT },
      },
    },
    SegmentedControl: {
      styles: {
        label: { minHeight: TARGET, minWidth: TARGET, fontSize: SMALL, alignContent: 'center' },
      },
    },
    CloseButton: { styles: { root: { minWidth: TARGET, minHeight: TARGET } } },
  },
})
