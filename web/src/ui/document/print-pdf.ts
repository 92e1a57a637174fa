/** Opens the document in the browser's own viewer, whose print dialogue knows trays and label printers. */
export function printPdf(url: string): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = url
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.print()
    } catch {
      window.open(url, '_blank', 'noopener')
    }
  })
  document.body.append(frame)
}
