import { uuidv7 } from 'uuidv7'
import { type Device, database } from './database.js'

/** This device, made at its first use. Inside a transaction on `devices` when its counter moves. */
export async function thisDevice(): Promise<Device> {
  const known = await database.devices.get('this')
  if (known !== undefined) return known
  const made: Device = {
    id: 'this',
    deviceId: uuidv7(),
    nextSequence: 1,
    clockOffsetMs: 0,
    isMeasured: false,
  }
  await database.devices.put(made)
  return made
}

/** Takes the next number; the caller's transaction must hold `devices`, or two tabs could take one twice. */
export async function takeSequence(): Promise<number> {
  const device = await thisDevice()
  await database.devices.put({ ...device, nextSequence: device.nextSequence + 1 })
  return device.nextSequence
}

/** How far the server's clock is ahead of this one, measured when events are sent. */
export async function measureClock(clockOffsetMs: number): Promise<void> {
  await database.transaction('rw', database.devices, async () => {
    await database.devices.put({ ...(await thisDevice()), clockOffsetMs, isMeasured: true })
  })
}

/** A first idea of the clock, until events measure it. */
export async function guessClock(clockOffsetMs: number): Promise<void> {
  await database.transaction('rw', database.devices, async () => {
    const device = await thisDevice()
    if (!device.isMeasured) await database.devices.put({ ...device, clockOffsetMs })
  })
}
