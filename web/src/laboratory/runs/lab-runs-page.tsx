import { RunsPage } from '../../runs/runs-page.js'

/** The runs that bring specimens to this laboratory. */
export function LabRunsPage() {
  return <RunsPage base="/laboratoire/tournees" kind="laboratory" />
}
