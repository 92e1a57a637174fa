import { RunPage, RunView } from '../../../src/courier/run-schema.js'
import { Person } from './person.js'
import { STORY_BEGINS, STORY_DAY } from './story.js'

/** Before the round of the morning, so that what is ordered goes with this one. */
const SOON_MS = 60 * 60_000

/** A round driven by the courier: to the first establishment of the morning, where tubes wait as well, then home. */
export async function planRound(name: string): Promise<RunView> {
  const dispatcher = await Person.signedIn('preparateur')
  const courier = await Person.signedIn('coursier')
  const { groupingId, stops } = await runOf(dispatcher, (run) => run.stops.length > 2)
  const [away, home] = [stops.at(0), stops.at(-1)].map((stop, i) => ({
    establishmentId: stop?.establishmentId,
    deliveryPointId: stop?.deliveryPointId,
    offsetMinutes: 20 * (i + 1),
  }))
  await giveUpEarlier(dispatcher, name)
  const { id } = await dispatcher.post('/runs', RunView, {
    groupingId,
    name,
    departsAt: new Date(Date.parse(STORY_BEGINS) + SOON_MS).toISOString(),
    courierId: courier.userId,
    stops: [
      { ...away, delivers: true, collectsSpecimens: true },
      { ...home, delivers: false, collectsSpecimens: false },
    ],
  })
  return courier.get(`/runs/${id}`, RunView)
}

/** Taken back once it has served: the next delivery goes with a round that is driven. */
export async function giveUpRound({ id }: RunView): Promise<void> {
  const dispatcher = await Person.signedIn('preparateur')
  await dispatcher.post(`/runs/${id}/abort`, RunView, { reason: 'Essai terminé' })
}

/** A run of an earlier attempt would draw the delivery to itself. */
async function giveUpEarlier(dispatcher: Person, name: string): Promise<void> {
  const { items } = await dispatcher.get(`/runs?day=${STORY_DAY}&state=assigned&limit=50`, RunPage)
  for (const run of items.filter((known) => known.name === name)) {
    await dispatcher.post(`/runs/${run.id}/abort`, RunView, { reason: 'Recommencée' })
  }
}

/** The first run of the day of the story that fits. */
export async function runOf(person: Person, fits: (run: RunView) => boolean): Promise<RunView> {
  const { items } = await person.get(`/runs?day=${STORY_DAY}&limit=50`, RunPage)
  for (const { id } of items) {
    const run = await person.get(`/runs/${id}`, RunView)
    if (fits(run)) return run
  }
  throw new Error('The day of the story has no such run')
}
