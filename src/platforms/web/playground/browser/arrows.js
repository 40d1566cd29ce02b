/**
 * The arrow keys move the focus through what `itemsIn` lists, round and round. Within a line of text, left and right
 * stay with the text.
 */
export function moveByArrows(holder, itemsIn) {
  holder.addEventListener('keydown', (event) => {
    const across = event.target.matches('input') ? {} : { ArrowRight: 1, ArrowLeft: -1 }
    const step = { ArrowDown: 1, ArrowUp: -1, ...across }[event.key]
    const items = itemsIn(event.target)
    if (!step || items.length === 0) return
    event.preventDefault()
    const at = items.indexOf(document.activeElement)
    const from = at < 0 && step < 0 ? 0 : at
    items[(from + step + items.length) % items.length].focus()
  })
}
