import { RunPage } from '../../runs/run-page.js'

/** One of the runs that bring specimens to this laboratory. */
export function LabRunPage() {
  return <RunPage base="/laboratoire/tournees" />
}
