import { thisDevice } from '../offline/device.js'
import type { Act } from '../offline/model.js'
import { pathOf, writeCommand } from '../offline/write-command.js'

/** The waiting acts as the API takes them, in a file for whoever has a network. */
export async function exportActs(acts: readonly Act[]): Promise<void> {
  const { deviceId, clockOffsetMs } = await thisDevice()
  const content = {
    deviceId,
    writtenAt: new Date().toISOString(),
    events: acts.flatMap((act) => (act.type === 'event' ? [act.event] : [])),
    commands: acts.flatMap((act) =>
      act.type === 'command'
        ? [{ key: act.id, path: pathOf(act), body: act.body ?? writeCommand(act, clockOffsetMs) }]
        : [],
    ),
  }
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = `navette-tournee-${content.writtenAt.slice(0, 16).replace(':', '')}.json`
  link.click()
  URL.revokeObjectURL(url)
}
