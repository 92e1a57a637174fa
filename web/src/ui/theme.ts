import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** One accent: shade 7 on paper, shade 3 on ink, both at 4.5:1 or more. */
const accent: MantineColorsTuple = [
  '#e6f5f5',
  '#cbe8e9',
  '#9fd6d8',
  '#4cc2c4',
  '#2ba4a7',
  '#178c8f',
  '#0f7a7e',
  '#0b6b6f',
  '#09585b',
  '#06454a',
]

/**
 * Mantine chooses the ink of a filled control for the light shade only; in the dark the same control is
 * filled with a light one.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const color = input.color ?? input.theme.primaryColor
  if (input.variant !== 'filled' || !(color in input.theme.colors)) return colors
  if (color === input.theme.primaryColor) {
    return { ...colors, color: 'var(--mantine-primary-color-contrast)' }
  }
  const ink = colors.color
  return { ...colors, color: `light-dark(${ink}, var(--mantine-color-black))` }
}

/** What stops or destroys, from the same tones as the verdicts. */
const red: MantineColorsTuple = [
  '#fdeae8',
  '#f9d3cf',
  '#f5aca5',
  '#f2857b',
  '#e4574a',
  '#d43f31',
  '#c43024',
  '#b42318',
  '#901b12',
  '#6d140d',
]

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  variantColorResolver,
  colors: { accent, red },
  fontFamily: '"Source Sans 3 Variable", system-ui, sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontFamily: '"Source Sans 3 Variable", system-ui, sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.25rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    // Their header element would be a second banner of the page.
    Modal: { defaultProps: { centered: true, attributes: { header: { role: 'none' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    // Named, so that its ink comes from the resolver: the default one is white on any colour.
    Chip: { defaultProps: { variant: 'filled' } },
    // Their first stop is an empty element that a menu may not hold; the first item takes its place.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Paper: { defaultProps: { withBorder: true } },
  },
})

/** Mantine's own surfaces in our tokens, so that both kinds of component agree in light and dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--nv-paper)',
    '--mantine-color-text': 'var(--nv-ink)',
    '--mantine-color-dimmed': 'var(--nv-dimmed)',
    '--mantine-color-placeholder': 'var(--nv-dimmed)',
    '--mantine-color-default-border': 'var(--nv-line)',
    '--mantine-color-error': 'var(--nv-stop)',
  },
  dark: {
    '--mantine-color-body': 'var(--nv-paper)',
    '--mantine-color-text': 'var(--nv-ink)',
    '--mantine-color-dimmed': 'var(--nv-dimmed)',
    '--mantine-color-placeholder': 'var(--nv-dimmed)',
    '--mantine-color-default-border': 'var(--nv-line)',
    '--mantine-color-error': 'var(--nv-stop)',
    '--mantine-color-default': 'var(--nv-raised)',
  },
})
