import { useEffect, useRef, useState } from 'react'
import { closeCamera, hasTorch, openCamera } from './camera.js'
import { decoder } from './decoder.js'

export type CameraState = 'opening' | 'ready' | 'denied' | 'none' | 'failed'

/** Between two looks: quick for the hand, slow enough for the battery. */
const LOOK_MS = 120
/** One code held before the camera is one scan. */
const SAME_MS = 2_500

interface Camera {
  readonly state: CameraState
  readonly stream: MediaStream | undefined
  readonly hasTorch: boolean
}

const CLOSED: Camera = { state: 'opening', stream: undefined, hasTorch: false }

/** Opens the camera into `video` and tells each code it sees once, until it is closed. */
export function useCameraScan(
  video: HTMLVideoElement | null,
  onCode: (code: string) => void,
): Camera {
  const [camera, setCamera] = useState(CLOSED)
  const latest = useRef(onCode)
  useEffect(() => {
    latest.current = onCode
  })
  useEffect(() => {
    if (video === null) return
    const ending = new AbortController()
    const { signal } = ending
    const run = async () => {
      const stream = await openCamera()
      signal.addEventListener('abort', () => closeCamera(stream))
      if (signal.aborted) return closeCamera(stream)
      video.srcObject = stream
      await video.play()
      setCamera({ state: 'ready', stream, hasTorch: hasTorch(stream) })
      await look(video, (code) => latest.current(code), signal)
    }
    run().catch((error: unknown) => {
      if (!signal.aborted) setCamera({ ...CLOSED, state: stateOf(error) })
    })
    return () => ending.abort()
  }, [video])
  return camera
}

async function look(
  video: HTMLVideoElement,
  onCode: (code: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const detector = await decoder()
  let last = { code: '', at: 0 }
  while (!signal.aborted) {
    const [found] = video.readyState < 2 ? [] : await detector.detect(video)
    const now = performance.now()
    if (found !== undefined) {
      const isSame = found.rawValue === last.code && now - last.at < SAME_MS
      last = { code: found.rawValue, at: now }
      if (!isSame && !signal.aborted) onCode(found.rawValue)
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

function stateOf(error: unknown): CameraState {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError') return 'denied'
  if (name === 'NotFoundError' || name === 'NotReadableError') return 'none'
  return 'failed'
}
