import { lazy } from 'react'

/** Charts come when a picture is first shown: a page is there before its pictures. */
export const Bars = lazy(() => import('./bars.js').then((module) => ({ default: module.Bars })))
export const Curves = lazy(() =>
  import('./curves.js').then((module) => ({ default: module.Curves })),
)
