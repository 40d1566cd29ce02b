import { setClock } from './menus.js'
import { show } from './messages.js'
import { notify, page } from './page.js'
import { noticed } from './unread.js'

/** Keeps the page as the server sees it, from the moment it was loaded. */
export function follow() {
  const query = new URLSearchParams({ as: page.as, workspace: page.workspace })
  const source = new EventSource(`/api/live?${query}`)
  let lost = false
  source.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    show(message)
    noticed(message)
  })
  source.addEventListener('clock', ({ data }) => setClock(JSON.parse(data)))
  source.addEventListener('reload', () => location.reload())
  source.addEventListener('error', () => {
    lost = true
    notify(page.words.offline, { stays: true })
  })
  // What was said meanwhile is on the page as the server gives it now.
  source.addEventListener('open', () => lost && location.reload())
  addEventListener('pagehide', () => source.close())
}
