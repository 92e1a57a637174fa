/** In the page: what can be pressed and is smaller than a finger wants, by its words, with its size. */
export function tooSmallFor(least: number): string[] {
  const PRESSED =
    'a[href], button, input, select, textarea, summary, [role="button"], [role="option"], [role="menuitem"], [role="tab"]'
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], [inert]') === null
  /** The words beside a box are pressed for it. */
  const areaOf = (element: Element): DOMRect[] => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const isBox = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)
    return [element, ...(isBox ? labels : [])].map((one) => one.getBoundingClientRect())
  }
  /** A link within a sentence has the height of its line. */
  const isInSentence = (element: Element): boolean =>
    element.matches('a') &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node !== element && /\p{L}{2}/u.test(node.textContent ?? ''),
    ) &&
    getComputedStyle(element).display === 'inline'
  const found: string[] = []
  for (const element of document.querySelectorAll(PRESSED)) {
    const areas = areaOf(element)
    const span = (from: (box: DOMRect) => number, to: (box: DOMRect) => number): number =>
      Math.max(...areas.map(to)) - Math.min(...areas.map(from))
    const width = span(
      ({ left }) => left,
      ({ right }) => right,
    )
    const height = span(
      ({ top }) => top,
      ({ bottom }) => bottom,
    )
    // What nobody sees is pressed by its label, which is measured with the box it belongs to.
    if (!isSeen(element) || width < 2 || height < 2 || isInSentence(element)) continue
    // Half a pixel is what a browser rounds.
    if (Math.min(width, height) >= least - 0.5) continue
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''
    const words = name === '' ? (element.closest('label, div')?.textContent ?? '') : name
    found.push(
      `${Math.round(width)}×${Math.round(height)} ${element.tagName} ${words.slice(0, 40)}`,
    )
  }
  return found
}
