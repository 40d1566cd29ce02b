import { pressing, take } from './actions.js'
import { post } from './api.js'
import { moveByArrows } from './arrows.js'
import { page } from './page.js'

/** Those that stand for a badge first: a manager's reaction with one of them is an award. */
const EMOJI = ['👑', '🌟', '👍', '🎉', '❤️', '👏']

/** Reactions under messages, and the small choice that adds one. */
export function wireReactions() {
  document.addEventListener('click', async ({ target }) => {
    const pick = target.closest('[data-pick]')
    if (pick) return togglePicker(pick)
    const button = target.closest('.message [data-emoji]')
    if (!button || button.disabled) return
    const message = button.closest('.message').dataset.id
    const { emoji } = button.dataset
    const remove = button.getAttribute('aria-pressed') === 'true'
    await pressing(button, async () => take(await post('react', { message, emoji, remove })))
    button.closest('.picker')?.remove()
  })
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') closePickers(true)
  })
}

function togglePicker(button) {
  const open = button.getAttribute('aria-expanded') === 'true'
  closePickers(false)
  if (open) return
  const picker = document.createElement('span')
  picker.className = 'picker'
  picker.setAttribute('role', 'group')
  picker.setAttribute('aria-label', button.textContent)
  for (const emoji of EMOJI) {
    const choice = document.createElement('button')
    choice.type = 'button'
    choice.dataset.emoji = emoji
    choice.className = 'emoji'
    choice.textContent = emoji
    choice.setAttribute('aria-label', page.words.reactWith.replace('…', emoji))
    picker.append(choice)
  }
  moveByArrows(picker, () => [...picker.children])
  button.setAttribute('aria-expanded', 'true')
  button.after(picker)
  picker.firstElementChild.focus()
  picker.scrollIntoView({ block: 'nearest' })
}

function closePickers(focusButton) {
  for (const picker of document.querySelectorAll('.picker')) {
    const button = picker.previousElementSibling
    button.setAttribute('aria-expanded', 'false')
    picker.remove()
    if (focusButton) button.focus()
  }
}
