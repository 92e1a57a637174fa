import { RunPage } from '../../runs/run-page.js'
import { RunsPage } from '../../runs/runs-page.js'

const BASE = '/pharmacie/tournees'

/** The runs that leave the hub. */
export const PharmacyRunsPage = () => <RunsPage base={BASE} kind="pharmacy" />
export const PharmacyRunPage = () => <RunPage base={BASE} />
