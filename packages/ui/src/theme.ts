import { createTheme, Input, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** INE's magenta. Shade 6 is #D5007F (5.1 : 1 on white), shade 8 is #950054 for hover and small text. */
const magenta: MantineColorsTuple = [
  '#fff0f8',
  '#fbdced',
  '#f8b4d9',
  '#f38bc4',
  '#ea58aa',
  '#e02b95',
  '#d5007f',
  '#b3006a',
  '#950054',
  '#72003f',
]

const grey: MantineColorsTuple = [
  '#f8f7f7',
  '#f1f0ef',
  '#e5e3e2',
  '#d6d3d2',
  '#bcb8b6',
  '#96918f',
  '#6f6b69',
  '#575453',
  '#333333',
  '#1f1e1e',
]

const dark: MantineColorsTuple = [
  '#eceae9',
  '#cfcbc9',
  '#b3aeac',
  '#8f8a88',
  '#575453',
  '#403d3c',
  '#2c2a29',
  '#1b1a1a',
  '#141313',
  '#0d0c0c',
]

const FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

export const theme = createTheme({
  primaryColor: 'magenta',
  primaryShade: 6,
  colors: { magenta, gray: grey, dark },
  white: '#ffffff',
  black: '#333333',
  fontFamily: FONT,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontFamily: FONT,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1.25rem', xl: '2rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Cerrar' } } },
    // A menu that scrolls away with its button still has the focus: what has it stays in view. It opens on its first item,
    // as menus do, not on an element that is none.
    Menu: { defaultProps: { hideDetached: false, withInitialFocusPlaceholder: false } },
    // What is wrong with a field is read, not guessed: never smaller than the text of a table.
    InputWrapper: Input.Wrapper.extend({
      vars: () => ({
        label: {},
        required: {},
        success: {},
        error: { '--input-error-size': '0.8125rem' },
        description: { '--input-description-size': '0.8125rem' },
      }),
    }),
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Cerrar aviso' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-anchor': '#950054',
    '--mantine-color-dimmed': '#575453',
    '--mantine-color-placeholder': '#6f6b69',
    '--mantine-color-error': '#b3140f',
    '--mantine-color-default-border': '#bcb8b6',
    '--mantine-primary-color-filled-hover': '#950054',
  },
  dark: {
    '--mantine-color-anchor': '#f38bc4',
    '--mantine-color-dimmed': '#b3aeac',
    '--mantine-color-placeholder': '#a19c9a',
    '--mantine-color-error': '#ff8f87',
    '--mantine-color-default-border': '#575453',
    '--mantine-primary-color-filled-hover': '#b3006a',
  },
})
