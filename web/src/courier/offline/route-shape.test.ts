import { describe, expect, test } from 'vitest'
import { shapeOf } from './route-shape.js'

const FRAME = { width: 200, height: 100, margin: 10 }
const at = (latitude: number | null, longitude: number | null) => ({ latitude, longitude })

describe('the picture of a route', () => {
  test('puts north above and east on the right, within its margins', () => {
    const [south, north] = shapeOf([at(48.8, 2.2), at(48.9, 2.2)], FRAME)
    expect(south).toMatchObject({ x: 100, y: 90 })
    expect(north).toMatchObject({ x: 100, y: 10 })
    const [west, east] = shapeOf([at(48.8, 2.2), at(48.8, 2.4)], FRAME)
    expect(west).toMatchObject({ x: 10, y: 50 })
    expect(east).toMatchObject({ x: 190, y: 50 })
  })

  test('keeps distances in proportion', () => {
    const [a, b, c] = shapeOf([at(0, 0), at(0, 1), at(1, 0)], FRAME)
    expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo((a?.y ?? 0) - (c?.y ?? 0), -1)
  })

  test('needs two places that are known and apart', () => {
    expect(shapeOf([at(48.8, 2.2), at(null, null)], FRAME)).toEqual([])
    expect(shapeOf([at(48.8, 2.2), at(48.8, 2.2)], FRAME)).toEqual([])
  })
})
