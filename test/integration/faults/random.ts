/** Whole numbers below a bound, the same for the same seed (a multiplicative congruential generator). */
export function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
