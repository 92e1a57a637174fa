import { drawingSVG, qrcode } from 'bwip-js/browser'
import { useMemo } from 'react'

interface Props {
  readonly text: string
  readonly label: string
}

/** A code for a telephone's camera, dark on light in both themes. */
export function QrCode({ text, label }: Props) {
  const src = useMemo(() => {
    const svg = qrcode(
      { bcid: 'qrcode', text, scale: 4, backgroundcolor: 'ffffff', padding: 4 },
      drawingSVG(),
    )
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [text])
  return <img src={src} alt={label} width={220} height={220} />
}
