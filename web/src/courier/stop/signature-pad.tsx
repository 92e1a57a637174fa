import { type PointerEvent, useRef } from 'react'
import type { Point, Stroke } from '../offline/model.js'
import { useCourierTexts } from '../texts/use-courier-texts.js'
import classes from './stop.module.css'

const SIDE = 1000
const POINTS_MAX = 500
const STROKES_MAX = 40

interface Props {
  readonly strokes: readonly Stroke[]
  readonly onChange: (strokes: readonly Stroke[]) => void
}

/** A field to sign in with a finger. Kept as lines, not as a picture: small, and sharp on paper. */
export function SignaturePad({ strokes, onChange }: Props) {
  const texts = useCourierTexts()
  const isDrawing = useRef(false)
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (strokes.length >= STROKES_MAX) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDrawing.current = true
    onChange([...strokes, [pointOf(event)]])
  }
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const last = strokes.at(-1)
    if (!isDrawing.current || last === undefined || last.length >= POINTS_MAX) return
    onChange([...strokes.slice(0, -1), [...last, pointOf(event)]])
  }
  const end = () => {
    isDrawing.current = false
  }
  return (
    <svg
      className={classes['pad']}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      preserveAspectRatio="none"
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
      role="img"
      aria-label={texts('sign.draw')}
    >
      {strokes.map((stroke, index) => (
        <polyline
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes are only ever added at the end
          key={index}
          points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}

function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect()
  const share = (at: number, start: number, size: number) =>
    Math.round(Math.max(0, Math.min(1, (at - start) / size)) * SIDE)
  return {
    x: share(event.clientX, box.left, box.width),
    y: share(event.clientY, box.top, box.height),
  }
}
