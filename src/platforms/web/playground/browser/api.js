import { page } from './page.js'

/** Why a request was not carried out: a sentence, and perhaps what was wrong by field. */
export class Refused extends Error {
  constructor(sentence, errors) {
    super(sentence)
    this.errors = errors
  }
}

/** Asks the API for something, as who this page is. Throws Refused. */
export async function post(path, body) {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ as: page.as, workspace: page.workspace, ...body }),
  }).catch(() => undefined)
  const answer = await response?.json().catch(() => undefined)
  if (!response || !answer) throw new Refused(page.words.notSent)
  if (!response.ok) throw new Refused(answer.error, answer.errors)
  return answer
}

export async function get(path) {
  const query = new URLSearchParams({ as: page.as, workspace: page.workspace })
  const response = await fetch(`/api/${path}?${query}`)
  return response.json()
}
