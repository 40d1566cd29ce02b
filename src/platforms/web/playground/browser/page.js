/** What the server told this page of itself: who, where, when, and the words that scripts need. */
export const page = JSON.parse(document.querySelector('meta[name="drumbeat"]').content)

const notice = document.getElementById('notice')
let vanishing

/** Says something that belongs to no message, for a few seconds or until it is taken back. */
export function notify(words, { stays = false } = {}) {
  clearTimeout(vanishing)
  notice.textContent = words
  notice.hidden = words === ''
  if (!stays) vanishing = setTimeout(() => notify('', { stays: true }), 6000)
}
