import { page } from './page.js'

const room = document.getElementById('messages')
const thread = document.getElementById('thread-messages')

/** Shows a message that is new, or that changed, wherever it stands on this page. */
export function show({ id, in: place, thread: root, html }) {
  const article = fromHtml(html)
  const lists = [
    [room, place === page.in && !root],
    [thread, thread && (root === page.thread || id === page.thread)],
  ]
  for (const [list, belongs] of lists) if (belongs) put(list, article.cloneNode(true), id)
}

/** Days are marked, and the last message is in sight. */
export function settle() {
  for (const list of [room, thread]) {
    if (!list) continue
    for (const article of list.querySelectorAll('.message')) markDay(article)
    goToEnd(list)
  }
}

/** Whoever says something looks at the end, where the answer will stand. */
export function goToEnd(list) {
  list.scrollTop = list.scrollHeight
}

function put(list, article, id) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
  const known = list.querySelector(`[data-id="${CSS.escape(id)}"]`)
  if (known) replace(known, article)
  else insert(list, article)
  markDay(article)
  if (article.nextElementSibling?.matches('.message')) markDay(article.nextElementSibling)
  if (!atEnd) return
  goToEnd(list)
  if (!known) showBeginning(list, article)
}

/** What is taller than the view is read from its beginning. */
function showBeginning(list, article) {
  const hidden = list.getBoundingClientRect().top - article.getBoundingClientRect().top
  if (hidden > 0) list.scrollTop -= hidden
}

/** A message that is rewritten keeps the focus where it was, and what was unfolded. */
function replace(known, article) {
  const focused = known.contains(document.activeElement) ? document.activeElement : undefined
  const unfolded = [...known.querySelectorAll('details')].map((one) => one.open)
  known.replaceWith(article)
  article.querySelectorAll('details').forEach((one, at) => {
    one.open = unfolded[at] ?? false
  })
  if (!focused) return
  const same = [...article.querySelectorAll('button, a')].find(
    (one) => one.textContent === focused.textContent,
  )
  const next = same ?? article.querySelector('button, a')
  next?.focus({ preventScroll: true })
}

/** Messages stand in the order in which they were written, whatever the order in which they arrive. */
function insert(list, article) {
  article.classList.add('new')
  const sequence = Number(article.dataset.sequence)
  const later = [...list.querySelectorAll(':scope > .message')].find(
    (one) => Number(one.dataset.sequence) > sequence,
  )
  if (later) return later.before(article)
  const last = [...list.querySelectorAll(':scope > .message')].at(-1)
  if (last) last.after(article)
  else list.append(article)
}

function markDay(article) {
  let before = article.previousElementSibling
  while (before && !before.matches('.message')) before = before.previousElementSibling
  article.classList.toggle('new-day', before?.dataset.day !== article.dataset.day)
}

/** The server escaped what people wrote. */
function fromHtml(html) {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.querySelector('.message')
}
