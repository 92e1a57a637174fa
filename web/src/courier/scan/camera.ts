/** The camera behind the telephone, sharp enough for a small DataMatrix. */
const WISH: MediaStreamConstraints = {
  audio: false,
  video: {
    facingMode: { ideal: 'environment' },
    width: { ideal: 1280 },
    height: { ideal: 720 },
  },
}

export const openCamera = (): Promise<MediaStream> => {
  if (!navigator.mediaDevices) return Promise.reject(new DOMException('', 'NotFoundError'))
  return navigator.mediaDevices.getUserMedia(WISH)
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** `torch` is not in the standard's types yet; Chromium on telephones has it. */
interface WithTorch extends MediaTrackCapabilities {
  readonly torch?: boolean
}

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  const can: WithTorch = track?.getCapabilities?.() ?? {}
  return can.torch === true
}

export async function lightTorch(stream: MediaStream, torch: boolean): Promise<void> {
  const wish: MediaTrackConstraints & { advanced: object[] } = { advanced: [{ torch }] }
  await stream.getVideoTracks()[0]?.applyConstraints(wish)
}
