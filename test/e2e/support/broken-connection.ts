import type { BrowserContext, Route } from 'playwright-core'

export type Way = 'lost-request' | 'lost-answer' | 'twice' | 'through'

/** A connection that loses requests, loses answers, and repeats: one way for each request, then it is well. */
export async function breakConnection(context: BrowserContext, ways: Way[]): Promise<void> {
  const travel = async (route: Route) => {
    const way = route.request().method() === 'POST' ? (ways.shift() ?? 'through') : 'through'
    if (way === 'lost-request') return route.abort()
    const response = await route.fetch()
    if (way === 'twice') await route.fetch()
    return way === 'lost-answer' ? route.abort() : route.fulfill({ response })
  }
  await context.route(/\/api\/v1\/(custody-events|runs\/)/, travel)
}
