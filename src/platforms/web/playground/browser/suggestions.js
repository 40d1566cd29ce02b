import { page } from './page.js'

const box = document.getElementById('suggestions')
const hiddenKey = `drumbeat/${page.workspace}/no-suggestions`

/** Three lines that a first visitor can type; a press writes one into the composer, what was typed is ticked off. */
export function wireSuggestions(composer) {
  if (!box) return
  box.hidden = localStorage.getItem(hiddenKey) !== null
  box.addEventListener('click', ({ target }) => {
    const line = target.closest('[data-line]')?.dataset.line
    if (line) composer.fill(line)
  })
  document.getElementById('hide-suggestions').addEventListener('click', () => {
    localStorage.setItem(hiddenKey, 'yes')
    box.hidden = true
  })
  document.addEventListener('said', ({ detail }) => {
    for (const button of box.querySelectorAll('[data-command]'))
      if (detail.startsWith(button.dataset.command)) button.closest('li').classList.add('done')
    if (!box.querySelector('li:not(.done)')) box.hidden = true
  })
}
