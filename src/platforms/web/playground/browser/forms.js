import { pressing, take } from './actions.js'
import { post } from './api.js'

const dialog = document.getElementById('form-dialog')

/** Opens a form in a dialog. */
export function openForm({ html }) {
  dialog.innerHTML = html
  dialog.querySelector('form').noValidate = true
  if (!dialog.open) dialog.showModal()
  dialog.querySelector('input, select, textarea')?.focus()
}

export function wireForms() {
  dialog.addEventListener('click', ({ target }) => {
    if (target.closest('[data-close]')) dialog.close()
  })
  dialog.addEventListener('submit', async (event) => {
    event.preventDefault()
    const form = event.target
    if (form.querySelector('[type="submit"]').disabled) return
    await pressing(form.querySelector('[type="submit"]'), () => submit(form))
  })
  // By the time it is told, the next page of a form may be open already.
  dialog.addEventListener('close', () => {
    if (!dialog.open) dialog.replaceChildren()
  })
}

async function submit(form) {
  clearErrors(form)
  try {
    const { open, state } = form.dataset
    const body = { form: { id: open, form: form.dataset.form, state }, values: valuesOf(form) }
    const answer = await post('submit', body)
    dialog.close()
    take(answer)
  } catch (error) {
    if (!error.errors) throw error
    showErrors(form, error.errors)
  }
}

function valuesOf(form) {
  const values = {}
  for (const [name, value] of new FormData(form)) {
    const several = form.querySelector(`[type="checkbox"][name="${CSS.escape(name)}"]`)
    if (several) values[name] = [...(values[name] ?? []), value]
    else values[name] = value
  }
  return values
}

function showErrors(form, errors) {
  for (const [name, sentence] of Object.entries(errors)) {
    const field =
      form.querySelector(`[data-field="${CSS.escape(name)}"]`) ?? form.querySelector('.form-buttons')
    const error = document.createElement('span')
    error.className = 'field-error'
    error.id = `error-${name}`
    error.setAttribute('role', 'alert')
    error.textContent = sentence
    field.append(error)
    field.classList.add('field-wrong')
    for (const control of field.querySelectorAll('input, select, textarea')) {
      control.setAttribute('aria-invalid', 'true')
      control.setAttribute('aria-describedby', error.id)
    }
  }
  form.querySelector('[aria-invalid="true"]')?.focus()
}

function clearErrors(form) {
  for (const error of form.querySelectorAll('.field-error')) error.remove()
  for (const field of form.querySelectorAll('.field-wrong')) field.classList.remove('field-wrong')
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
}
