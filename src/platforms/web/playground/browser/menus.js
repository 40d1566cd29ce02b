import { pressing } from './actions.js'
import { post } from './api.js'
import { moveByArrows } from './arrows.js'
import { notify, page } from './page.js'

const clock = document.getElementById('clock')
const shortClock = document.getElementById('short-clock')
const clockMenu = document.getElementById('clock-menu')
const clockError = document.getElementById('clock-error')
const rooms = document.getElementById('rooms')
const roomsButton = document.getElementById('rooms-button')

/** How far the playground's clock is ahead of this machine's. */
let aheadMs = Date.parse(page.now) - Date.now()

export function wireMenus() {
  for (const menu of document.querySelectorAll('.menu')) {
    menu.addEventListener('toggle', () => placeUnderButton(menu))
  }
  wireRooms()
  wirePeople()
  wireClock()
  for (const button of document.querySelectorAll('[data-locale]')) {
    button.addEventListener('click', () =>
      pressing(button, async () => {
        await post('locale', { locale: button.dataset.locale })
        location.reload()
      }),
    )
  }
}

/** What the clock shows now; it runs on by itself. */
export function setClock({ now, words, short }) {
  aheadMs = Date.parse(now) - Date.now()
  clock.textContent = words
  shortClock.textContent = short
}

function placeUnderButton(menu) {
  const button = document.querySelector(`[popovertarget="${menu.id}"]`)
  const left = Math.min(button.getBoundingClientRect().left, innerWidth - menu.offsetWidth - 8)
  menu.style.setProperty('--menu-left', `${Math.max(8, left)}px`)
}

function wireRooms() {
  const open = (wanted) => {
    rooms.classList.toggle('open', wanted)
    roomsButton.setAttribute('aria-expanded', String(wanted))
    if (wanted) rooms.querySelector('[aria-current="page"]')?.focus()
  }
  roomsButton.addEventListener('click', () => open(!rooms.classList.contains('open')))
  document.addEventListener('click', ({ target }) => {
    if (!rooms.contains(target) && !roomsButton.contains(target)) open(false)
  })
  rooms.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    open(false)
    roomsButton.focus()
  })
}

function wirePeople() {
  const filter = document.getElementById('people-filter')
  const items = [...document.querySelectorAll('#people-list li')]
  filter.addEventListener('input', () => {
    const wanted = filter.value.trim().toLowerCase()
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted)
    document.getElementById('nobody-found').hidden = items.some((item) => !item.hidden)
  })
  const links = () => items.filter((item) => !item.hidden).map((item) => item.querySelector('a'))
  filter.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') links()[0]?.click()
  })
  moveByArrows(document.getElementById('people-menu'), links)
}

function wireClock() {
  clockMenu.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-jump]')
    if (button && !button.disabled) pressing(button, () => jump(button.dataset.jump))
  })
  const form = document.getElementById('jump-form')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const to = document.getElementById('jump-to').value.trim()
    if (to) pressing(form.querySelector('button'), () => jump(to))
  })
  const jumps = [...clockMenu.querySelectorAll('[data-jump]')]
  moveByArrows(clockMenu.parentElement, () => (clockMenu.matches(':popover-open') ? jumps : []))
  setInterval(runOn, 5000)
}

async function jump(to) {
  clockError.hidden = true
  notify(page.words.jumping, { stays: true })
  try {
    const reading = await post('clock', { to })
    setClock(reading)
    notify(page.words.arrived.replace('…', reading.words))
    clockMenu.hidePopover()
  } catch (error) {
    notify('', { stays: true })
    clockError.textContent = error.message
    clockError.hidden = false
  }
}

/** The same words as the server's, a few minutes later. */
function runOn() {
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: page.zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(Date.now() + aheadMs))
  if (time === '00:00') location.reload()
  for (const shown of [clock, shortClock]) shown.textContent = shown.textContent.replace(/\d\d:\d\d$/, time)
}
