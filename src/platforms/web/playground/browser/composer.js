import { take } from './actions.js'
import { post } from './api.js'
import { complete } from './completion.js'
import { goToEnd, show } from './messages.js'
import { notify, page } from './page.js'

/** Where one types: a line is sent with Enter, and completed with Tab and the arrow keys. */
export function wireComposer(form) {
  const field = form.querySelector('textarea')
  const list = form.querySelector('.completion')
  const usage = form.querySelector('.usage')
  let options = []
  let chosen = -1

  field.addEventListener('input', suggest)
  field.addEventListener('blur', close)
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') return close()
    if (options.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      return choose((chosen + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length)
    }
    if (event.key === 'Tab' && !event.shiftKey && options.length > 0) {
      event.preventDefault()
      return accept(Math.max(0, chosen))
    }
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    if (chosen >= 0) accept(chosen)
    else form.requestSubmit()
  })
  list.addEventListener('pointerdown', (event) => {
    const option = event.target.closest('[role="option"]')
    if (!option) return
    event.preventDefault()
    accept([...list.children].indexOf(option))
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })

  return { fill }

  /** Writes a line into the field, for the person to send. */
  function fill(line) {
    field.value = line
    field.focus()
    suggest()
    close()
  }

  async function send() {
    const text = field.value.trim()
    if (text === '') return
    field.value = ''
    suggest()
    goToEnd(form.parentElement.querySelector('.messages'))
    try {
      const thread = form.dataset.inThread === undefined ? undefined : page.thread
      const answer = await post('say', { in: page.in, text, ...(thread ? { thread } : {}) })
      show(answer.said)
      take(answer)
      document.dispatchEvent(new CustomEvent('said', { detail: text }))
    } catch (error) {
      notify(error.message)
      if (field.value === '') field.value = text
      suggest()
    }
  }

  function suggest() {
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
    const found = complete(field.value)
    options = found.options ?? []
    list.replaceChildren(...options.map(optionElement))
    list.hidden = options.length === 0
    field.setAttribute('aria-expanded', String(options.length > 0))
    choose(-1)
    showUsage(found.usage)
  }

  function close() {
    options = []
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    choose(-1)
  }

  function choose(at) {
    chosen = at
    ;[...list.children].forEach((option, index) => {
      option.setAttribute('aria-selected', String(index === at))
      if (index === at) option.scrollIntoView({ block: 'nearest' })
    })
    if (at < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', list.children[at].id)
  }

  function accept(at) {
    field.value = options[at].line
    suggest()
  }

  function optionElement({ shown, also, summary }, at) {
    const option = document.createElement('li')
    option.id = `${list.id}-${at}`
    option.setAttribute('role', 'option')
    option.append(element('strong', shown), element('span', also), element('span', summary))
    return option
  }

  function showUsage(about) {
    usage.hidden = !about
    if (!about) return
    const parts = about.parts.map((part, at) => element(at === about.next ? 'mark' : 'span', part))
    const spaced = parts.flatMap((part) => [' ', part])
    usage.replaceChildren(about.start, ...spaced, ` · ${about.summary}`)
  }
}

function element(tag, text) {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
