;(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colourOf = (css) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const groundOf = (element) => {
    if (!element) return [255, 255, 255, 255]
    const colour = colourOf(getComputedStyle(element).backgroundColor)
    return colour[3] > 250 ? colour : groundOf(element.parentElement)
  }
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((value) => {
      const part = value / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const hasOwnWords = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '')
  return [...document.querySelectorAll('body *:not(svg *, script, style)')].flatMap((element) => {
    const style = getComputedStyle(element)
    const seen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!hasOwnWords(element) || !seen) return []
    const [one, other] = [light(colourOf(style.color)), light(groundOf(element))]
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    const words = `${element.tagName}.${element.className}: ${element.textContent.slice(0, 30)}`
    return contrast >= 4.5 ? [] : [`${contrast.toFixed(2)} ${words}`]
  })
})()
