;(() => {
  const scrolls = (element) =>
    element !== null &&
    element !== document.body &&
    (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
  return [...document.querySelectorAll('body *')]
    .filter((element) => {
      const { right, width, height } = element.getBoundingClientRect()
      const shown = width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true })
      return shown && right > innerWidth + 1 && !scrolls(element.parentElement)
    })
    .map(
      (element) => `${element.tagName}.${element.getAttribute('class')}: ${element.textContent.slice(0, 40)}`,
    )
})()
