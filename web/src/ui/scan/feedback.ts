import type { Tone } from '../marks/tone.js'

const KEPT_AS = 'navette-muted'
/** Pitches far enough apart to be told without looking: high and short for yes, low and twice for no. */
const SOUNDS: Readonly<
  Record<'ok' | 'warn' | 'stop', readonly [hertz: number, seconds: number][]>
> = {
  ok: [[1_320, 0.09]],
  warn: [
    [660, 0.12],
    [880, 0.12],
  ],
  stop: [
    [196, 0.22],
    [156, 0.3],
  ],
}
const SHAKES: Readonly<Record<'ok' | 'warn' | 'stop', number[]>> = {
  ok: [40],
  warn: [60, 60, 60],
  stop: [200, 80, 200],
}

let audio: AudioContext | undefined

export const isMuted = (): boolean => localStorage.getItem(KEPT_AS) === 'true'
export const mute = (muted: boolean): void => localStorage.setItem(KEPT_AS, String(muted))

/** Says a verdict with a sound and a vibration as well; the screen always says it in words. */
export function signal(tone: Tone): void {
  const kind = tone === 'ok' || tone === 'warn' || tone === 'stop' ? tone : 'ok'
  navigator.vibrate?.(SHAKES[kind])
  if (isMuted()) return
  audio ??= new AudioContext()
  let at = audio.currentTime
  for (const [hertz, seconds] of SOUNDS[kind]) {
    const oscillator = audio.createOscillator()
    const gain = audio.createGain()
    oscillator.frequency.value = hertz
    gain.gain.setValueAtTime(0.18, at)
    gain.gain.exponentialRampToValueAtTime(0.001, at + seconds)
    oscillator.connect(gain).connect(audio.destination)
    oscillator.start(at)
    oscillator.stop(at + seconds)
    at += seconds
  }
}
