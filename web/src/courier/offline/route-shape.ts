export interface Located {
  readonly latitude: number | null
  readonly longitude: number | null
}

export interface Placed<T> {
  readonly of: T
  readonly x: number
  readonly y: number
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly margin: number
}

/**
 * Where points lie beside one another, north above, filling the frame: degrees of longitude are narrower
 * than degrees of latitude here. Points without a position, and single points, make no picture.
 */
export function shapeOf<T extends Located>(points: readonly T[], frame: Frame): Placed<T>[] {
  const placed = points.flatMap((of) =>
    of.latitude === null || of.longitude === null
      ? []
      : [{ of, longitude: of.longitude, north: of.latitude }],
  )
  const middle = placed.reduce((sum, { north }) => sum + north, 0) / placed.length
  const narrowing = Math.cos((middle * Math.PI) / 180)
  const known = placed.map(({ of, longitude, north }) => ({
    of,
    north,
    east: longitude * narrowing,
  }))
  const east = known.map((point) => point.east)
  const north = known.map((point) => point.north)
  const [west, south] = [Math.min(...east), Math.min(...north)]
  const [spanEast, spanNorth] = [Math.max(...east) - west, Math.max(...north) - south]
  if (known.length < 2 || Math.max(spanEast, spanNorth) === 0) return []
  const { width, height, margin } = frame
  const room = { x: width - 2 * margin, y: height - 2 * margin }
  const scale = Math.min(room.x / (spanEast || 1e-9), room.y / (spanNorth || 1e-9))
  return known.map((point) => ({
    of: point.of,
    x: Math.round(width / 2 + (point.east - west - spanEast / 2) * scale),
    y: Math.round(height / 2 - (point.north - south - spanNorth / 2) * scale),
  }))
}
