// Shows one slide after another, and takes over what changed without loading the page anew.
const SLIDE_MS = 12_000
const CELEBRATION_MS = 9_000
const AGAIN_MS = 10_000

const root = location.pathname.replace(/\/$/, '')
const main = document.querySelector('main')
const celebration = document.querySelector('#celebration')

let shownVersion
let celebrated
let current = 0

function show(index) {
  const slides = main.querySelectorAll('.slide')
  current = slides.length === 0 ? 0 : index % slides.length
  for (const [at, slide] of slides.entries()) slide.classList.toggle('current', at === current)
}

async function refresh(version) {
  if (version === shownVersion) return
  const response = await fetch(`${root}/facts`)
  if (!response.ok) return
  const { facts, version: factsVersion } = await response.json()
  const name = main.querySelector('.slide.current')?.id
  main.replaceChildren(...facts.slides.map(section))
  const kept = facts.slides.findIndex((slide) => slide.name === name)
  show(Math.max(0, kept))
  const first = shownVersion === undefined
  shownVersion = factsVersion
  celebrate(facts.celebration, first)
}

function section(slide) {
  const element = document.createElement('section')
  element.className = 'slide'
  element.id = slide.name
  element.innerHTML = slide.html
  return element
}

function celebrate(news, first) {
  const isNew = news && news.id !== celebrated
  celebrated = news?.id ?? celebrated
  if (!isNew || first) return
  celebration.innerHTML = news.html
  celebration.hidden = false
  setTimeout(() => {
    celebration.hidden = true
  }, CELEBRATION_MS)
}

function listen() {
  const events = new EventSource(`${root}/live`)
  events.addEventListener('version', (event) => void refresh(event.data).catch(() => {}))
  events.addEventListener('error', () => {
    if (events.readyState !== EventSource.CLOSED) return
    setTimeout(listen, AGAIN_MS)
  })
}

show(0)
setInterval(() => show(current + 1), SLIDE_MS)
listen()
