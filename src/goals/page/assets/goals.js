// Filters and folds the tree, and takes over what has changed without losing what is open.
const AGAIN_MS = 10_000

const root = location.pathname.replace(/\/$/, '')
const tree = document.querySelector('#tree')
const counts = document.querySelector('#counts')
const asOf = document.querySelector('#as-of')
const nothing = document.querySelector('#nothing')
const filters = document.querySelector('#filters')
const chosen = (id) => filters.querySelector(`#${id}`).value

let shownVersion

function fits(goal, { team, period, state }) {
  const { teams, period: own, state: stands } = goal.dataset
  return (
    (team === '' || teams.split(' ').includes(team)) &&
    (period === '' || own === period) &&
    (state === '' || stands === state)
  )
}

function filter() {
  const wanted = { team: chosen('team'), period: chosen('period'), state: chosen('state') }
  const any = Object.values(wanted).some((value) => value !== '')
  const goals = [...tree.querySelectorAll('.goal')].reverse()
  for (const goal of goals) {
    const below = goal.querySelector('.goal:not([hidden])') !== null
    const fit = fits(goal, wanted)
    goal.hidden = !(fit || below)
    goal.classList.toggle('beside', any && !fit)
    const folded = goal.querySelector(':scope > details')
    if (any && folded && below) folded.open = true
  }
  nothing.hidden = goals.length === 0 || goals.some((goal) => !goal.hidden)
}

function foldAll(open) {
  for (const folded of tree.querySelectorAll('details')) folded.open = open
}

async function refresh(version) {
  if (version === shownVersion) return
  const response = await fetch(`${root}/facts`)
  if (!response.ok) return
  const { facts, version: factsVersion } = await response.json()
  const first = shownVersion === undefined
  shownVersion = factsVersion
  asOf.textContent = facts.asOf
  if (first) return
  const goalOf = (folded) => folded.closest('.goal').dataset.id
  const known = new Map([...tree.querySelectorAll('details')].map((one) => [goalOf(one), one.open]))
  const focused = document.activeElement?.closest?.('.goal')?.dataset.id
  tree.innerHTML = facts.tree
  counts.innerHTML = facts.counts
  for (const one of tree.querySelectorAll('details')) one.open = known.get(goalOf(one)) ?? one.open
  if (focused) tree.querySelector(`[data-id="${CSS.escape(focused)}"] summary`)?.focus()
  filter()
}

function listen() {
  const events = new EventSource(`${root}/live`)
  events.addEventListener('version', (event) => void refresh(event.data).catch(() => {}))
  events.addEventListener('error', () => {
    if (events.readyState !== EventSource.CLOSED) return
    setTimeout(listen, AGAIN_MS)
  })
}

filters.hidden = false
filters.addEventListener('change', filter)
filters.addEventListener('submit', (event) => event.preventDefault())
filters.querySelector('#unfold').addEventListener('click', () => foldAll(true))
filters.querySelector('#fold').addEventListener('click', () => foldAll(false))
listen()
