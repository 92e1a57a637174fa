import { Stack, Text } from '@mantine/core'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { useEffect, useRef, useState } from 'react'
import { Lines } from '../state/loadable.js'
import { useUiTexts } from '../texts.js'
import classes from './document.module.css'

GlobalWorkerOptions.workerSrc = workerUrl

/** Sharp on dense screens without drawing more than a screen shows. */
const PIXEL_RATIO_MAX = 2

interface Props {
  readonly src: string
  readonly title: string
}

/** Every page of a PDF, drawn as it prints. */
export function PdfPages({ src, title }: Props) {
  const texts = useUiTexts()
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  const [isUnreadable, setUnreadable] = useState(false)
  useEffect(() => {
    let isGone = false
    const loading = getDocument({ url: src, withCredentials: true })
    loading.promise.then(
      (loaded) => isGone || setPdf(loaded),
      () => isGone || setUnreadable(true),
    )
    return () => {
      isGone = true
      loading.destroy().catch(() => {
        // It was still being read: nobody waits for it any more.
      })
    }
  }, [src])
  if (isUnreadable) return <Text>{texts('document.unreadable')}</Text>
  if (pdf === undefined) return <Lines count={6} height={48} />
  return (
    <Stack
      gap="md"
      align="center"
      className={classes['pages']}
      tabIndex={0}
      role="region"
      aria-label={title}
    >
      {Array.from({ length: pdf.numPages }, (_, index) => (
        <PdfPage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its place in the document
          key={index}
          pdf={pdf}
          number={index + 1}
          label={`${title}, ${texts('document.page', { page: index + 1, pages: pdf.numPages })}`}
        />
      ))}
    </Stack>
  )
}

interface PageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly label: string
}

function PdfPage({ pdf, number, label }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let isGone = false
    const draw = async () => {
      const page = await pdf.getPage(number)
      const target = canvas.current
      if (isGone || target === null) return
      const natural = page.getViewport({ scale: 1 })
      const width = target.parentElement?.clientWidth ?? natural.width
      const ratio = Math.min(window.devicePixelRatio, PIXEL_RATIO_MAX)
      const viewport = page.getViewport({ scale: (Math.min(width, 900) / natural.width) * ratio })
      target.width = viewport.width
      target.height = viewport.height
      target.style.width = `${viewport.width / ratio}px`
      await page.render({ canvas: target, viewport }).promise
    }
    draw().catch(() => {
      // The page left the screen while it was drawn.
    })
    return () => {
      isGone = true
    }
  }, [pdf, number])
  return <canvas ref={canvas} role="img" aria-label={label} className={classes['page']} />
}
