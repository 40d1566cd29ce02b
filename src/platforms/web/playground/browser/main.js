import { wireActions } from './actions.js'
import { learnCommands } from './completion.js'
import { wireComposer } from './composer.js'
import { wireForms } from './forms.js'
import { follow } from './live.js'
import { wireMenus } from './menus.js'
import { settle } from './messages.js'
import { wireReactions } from './reactions.js'
import { wireSuggestions } from './suggestions.js'
import { markUnread } from './unread.js'

settle()
markUnread()
wireMenus()
wireActions()
wireForms()
wireReactions()
const [composer] = [...document.querySelectorAll('.composer')].map(wireComposer)
wireSuggestions(composer)
follow()
// A phone's keyboard would cover half of what there is to read first.
if (matchMedia('(hover: hover)').matches) [...document.querySelectorAll('.composer textarea')].at(-1)?.focus()
await learnCommands()
document.documentElement.dataset.ready = 'true'
