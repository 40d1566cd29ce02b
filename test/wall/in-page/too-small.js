// What cannot be read from five metres, or stands out of the screen, on the slide that is shown.
;(() => {
  const tall = innerHeight / 100
  const least = (element) =>
    (element.closest('.name, .who') ? 7 : element.closest('.figure, .how') ? 5 : 2.4) * tall
  const found = []
  for (const element of document.querySelectorAll('body *')) {
    const words = [...element.childNodes].some(
      (node) => node.nodeType === 3 && node.textContent.trim() !== '',
    )
    if (!words || element.closest('svg') || !element.checkVisibility()) continue
    const { right, bottom } = element.getBoundingClientRect()
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    const text = element.textContent.trim().slice(0, 20)
    if (size < least(element) - 0.1) found.push(`${text} is ${(size / tall).toFixed(1)} vh`)
    if (right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${text} stands out of the screen`)
  }
  return found
})()
