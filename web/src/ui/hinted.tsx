import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'

const Tooltip = lazy(() => import('./tooltip.js').then((module) => ({ default: module.Tooltip })))

interface Props {
  readonly label: string
  /** A control without words, which says its name to screen readers by itself. */
  readonly children: ReactNode
}

/** Words beside an icon. What shows them is loaded when a pointer or the keyboard first comes there. */
export function Hinted({ label, children }: Props) {
  const [reach, setReach] = useState<'never' | 'here' | 'gone'>('never')
  const target = useRef<HTMLSpanElement>(null)
  const come = () => setReach('here')
  const leave = () => setReach('gone')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the control inside acts; this only learns that somebody came
    <span
      ref={target}
      style={{ display: 'inline-flex' }}
      onPointerEnter={come}
      onPointerLeave={leave}
      onFocus={come}
      onBlur={leave}
    >
      {children}
      {reach === 'never' ? null : (
        <Suspense fallback={null}>
          <Tooltip opened={reach === 'here'} target={target} label={label} />
        </Suspense>
      )}
    </span>
  )
}
