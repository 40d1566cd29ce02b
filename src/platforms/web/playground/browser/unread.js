import { page } from './page.js'

const seenKey = (room) => `drumbeat/${page.workspace}/${page.as}/${room}`
const counts = new Map()

/** Marks the rooms in which others have written since this person was last there. */
export function markUnread() {
  for (const link of document.querySelectorAll('.room[data-room]')) {
    const { room, latest } = link.dataset
    const seen = localStorage.getItem(seenKey(room))
    const here = room === page.in
    if (here || seen === null) localStorage.setItem(seenKey(room), latest)
    else if (Number(latest) > Number(seen)) counts.set(room, Math.max(1, counts.get(room) ?? 0))
  }
  paint()
}

/** A message has come in: it is seen where one is, and counted elsewhere. */
export function noticed({ in: room, sequence, mine }) {
  if (room === page.in && !document.hidden) return localStorage.setItem(seenKey(room), sequence)
  if (mine || sequence <= Number(localStorage.getItem(seenKey(room)))) return
  if (known.has(sequence)) return
  known.add(sequence)
  counts.set(room, (counts.get(room) ?? 0) + 1)
  paint()
}

/** Rewritten messages come in again, under the number that they had. */
const known = new Set()

function paint() {
  let total = 0
  for (const link of document.querySelectorAll('.room[data-room]')) {
    const count = counts.get(link.dataset.room) ?? 0
    total += count
    link.classList.toggle('has-unread', count > 0)
    badge(link.querySelector('.unread'), count)
  }
  badge(document.getElementById('rooms-unread'), total)
  document.title = total > 0 ? `(${total}) ${page.words.title}` : page.words.title
}

function badge(element, count) {
  element.hidden = count === 0
  element.textContent = count
  const { one, many } = page.words.unread
  element.setAttribute('aria-label', count === 1 ? one : many.replace('…', count))
}
