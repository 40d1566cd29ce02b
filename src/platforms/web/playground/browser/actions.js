import { post } from './api.js'
import { openForm } from './forms.js'
import { show } from './messages.js'
import { notify } from './page.js'

const dialog = document.getElementById('confirm-dialog')

/** The buttons of messages: they react at once, and cannot be pressed twice. */
export function wireActions() {
  document.addEventListener('click', async ({ target }) => {
    const button = target.closest('.message [data-action]')
    if (!button || button.disabled) return
    const { action, value, confirm } = button.dataset
    if (confirm && !(await agreed(confirm))) return
    await pressing(button, async () => {
      const message = button.closest('.message').dataset.id
      take(await post('act', { message, action, value: value ?? '' }))
    })
  })
}

/** Carries out what a button is for, and shows that it does so. */
export async function pressing(button, work) {
  button.disabled = true
  button.setAttribute('aria-busy', 'true')
  try {
    await work()
  } catch (error) {
    notify(error.message)
  } finally {
    button.disabled = false
    button.removeAttribute('aria-busy')
  }
}

/** Shows what came back: messages where they belong, and a form that opens. */
export function take({ replies }) {
  for (const reply of replies) {
    if (reply.form) openForm(reply)
    else show(reply)
  }
}

function agreed(question) {
  document.getElementById('confirm-question').textContent = question
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}
