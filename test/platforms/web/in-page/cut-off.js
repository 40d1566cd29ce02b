;(() =>
  [...document.querySelectorAll('body, body *:not(.visually-hidden, .visually-hidden *, svg *)')]
    .filter((element) => {
      const style = getComputedStyle(element)
      const hides = element === document.body || ['hidden', 'clip'].includes(style.overflowX)
      const shown = element.clientWidth > 1 && element.checkVisibility({ visibilityProperty: true })
      return shown && hides && element.scrollWidth > element.clientWidth
    })
    .map(
      (element) =>
        `${element.tagName}.${element.getAttribute('class')}, ${element.scrollWidth} in ${element.clientWidth} px: ${element.textContent.slice(0, 40)}`,
    ))()
