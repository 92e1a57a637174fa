import { useUiTexts } from '../texts.js'
import classes from './marks.module.css'

const SHAPES: Readonly<Record<string, string>> = {
  ambient: '○',
  cold: '❄',
  frozen: '❆',
  'deep-frozen': '❆❆',
  'melting-ice': '❄',
  body: '●',
  narcotic: '▣',
}

interface Props {
  /** A storage or temperature class, or `narcotic`. */
  readonly of: string
  /** Only the shape is seen; the word stays for screen readers. */
  readonly compact?: boolean
}

/** How something must be kept: shape and word, never colour alone. */
export function StorageMark({ of, compact = false }: Props) {
  const word = useUiTexts().word('storage', of)
  return (
    <span
      className={`${classes['storage']} ${classes[of] ?? ''}`}
      title={compact ? word : undefined}
    >
      <span aria-hidden>{SHAPES[of] ?? '○'}</span>
      <span className={compact ? 'nv-visually-hidden' : undefined}>{word}</span>
    </span>
  )
}
