import type { RunStopView } from '../../../src/courier/run-schema.js'

const EARTH_KM_PER_DEGREE = 111.32
const WIDTH = 480
const HEIGHT = 300
const MARGIN = 40
/** Places nearer than this on the drawing are one point with several numbers. */
const SAME_PX = 22
/** A name takes about so much room beside its point. */
const NAME_PX = 150
const LINE_PX = 26

interface Place {
  readonly x: number
  readonly y: number
}

export interface MapPoint {
  readonly x: number
  readonly y: number
  readonly stops: readonly RunStopView[]
  /** Where its name has room. */
  readonly side: 'left' | 'right'
}

export interface RunMapDrawing {
  readonly points: readonly MapPoint[]
  readonly path: readonly { readonly x: number; readonly y: number }[]
  readonly missing: readonly RunStopView[]
  /** How many pixels a kilometre is; absent when nothing has coordinates. */
  readonly pixelsPerKm: number | undefined
  readonly width: number
  readonly height: number
}

interface Located {
  readonly stop: RunStopView
  readonly xKm: number
  readonly yKm: number
}

/** Places on a plane around their middle: right at the scale of a town. */
function locate(stops: readonly RunStopView[]): Located[] {
  const known = stops.flatMap((stop) =>
    stop.latitude === null || stop.longitude === null
      ? []
      : [{ stop, latitude: stop.latitude, longitude: stop.longitude }],
  )
  const middle =
    known.reduce((total, { latitude }) => total + latitude, 0) / Math.max(1, known.length)
  const perDegreeEast = EARTH_KM_PER_DEGREE * Math.cos((middle * Math.PI) / 180)
  return known.map(({ stop, latitude, longitude }) => ({
    stop,
    xKm: longitude * perDegreeEast,
    yKm: -latitude * EARTH_KM_PER_DEGREE,
  }))
}

/** Draws the stops where they are; in a row in their order when nobody knows where. */
export function drawMap(stops: readonly RunStopView[]): RunMapDrawing {
  const located = locate(stops)
  if (located.length < 2) return inOrder(stops)
  const [xs, ys] = [located.map(({ xKm }) => xKm), located.map(({ yKm }) => yKm)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(wide, 0.2),
    (HEIGHT - 2 * MARGIN) / Math.max(high, 0.2),
  )
  const [padX, padY] = [(WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2]
  const path = located.map(({ stop, xKm, yKm }) => ({
    stop,
    x: padX + (xKm - left) * scale,
    y: padY + (yKm - top) * scale,
  }))
  return {
    points: together(path),
    path,
    missing: stops.filter((stop) => located.every((each) => each.stop.id !== stop.id)),
    pixelsPerKm: scale,
    width: WIDTH,
    height: HEIGHT,
  }
}

function together(
  path: readonly { readonly stop: RunStopView; readonly x: number; readonly y: number }[],
): MapPoint[] {
  const points: { x: number; y: number; stops: RunStopView[] }[] = []
  for (const { stop, x, y } of path) {
    const near = points.find((point) => Math.hypot(point.x - x, point.y - y) < SAME_PX)
    if (near === undefined) points.push({ x, y, stops: [stop] })
    else near.stops.push(stop)
  }
  return points.map((point) => ({ ...point, side: sideOf(point, points) }))
}

/** Away from a neighbour on the same height, else towards the middle of the drawing. */
function sideOf(point: Place, all: readonly Place[]): MapPoint['side'] {
  const beside = all.filter(
    (other) =>
      other !== point &&
      Math.abs(other.y - point.y) < LINE_PX &&
      Math.abs(other.x - point.x) < NAME_PX,
  )
  const [nearest] = beside.toSorted((a, b) => Math.abs(a.x - point.x) - Math.abs(b.x - point.x))
  if (nearest !== undefined) return nearest.x > point.x ? 'left' : 'right'
  return point.x > WIDTH * 0.6 ? 'left' : 'right'
}

function inOrder(stops: readonly RunStopView[]): RunMapDrawing {
  const height = 120
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, stops.length - 1)
  const path = stops.map((stop, index) => ({ stop, x: MARGIN + index * step, y: height / 2 }))
  return {
    points: path.map(({ stop, x, y }) => ({ x, y, stops: [stop], side: 'right' })),
    path,
    missing: [],
    pixelsPerKm: undefined,
    width: WIDTH,
    height,
  }
}
