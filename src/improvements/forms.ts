import type { Locale } from '../kernel/locale.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Form } from '../view/form.ts'
import { fridayOfNextWeek, type Item } from './item.ts'
import { texts } from './texts.ts'

/** Asks why an item is dropped. */
export function dropForm(item: Item, locale: Locale): Form {
  const words = texts[locale]
  return {
    form: 'improve.drop',
    title: words.dropTitle,
    submit: words.dropSubmit,
    state: item.id,
    fields: [
      { kind: 'note', text: `I-${item.number} ${item.what}` },
      { kind: 'text', name: 'reason', label: words.dropReason, hint: words.dropHint },
    ],
  }
}

/** Asks for another date, and why. */
export function dateForm(item: Item, today: LocalDate, locale: Locale): Form {
  const words = texts[locale]
  return {
    form: 'improve.date',
    title: words.dateTitle,
    submit: words.dateSubmit,
    state: item.id,
    fields: [
      { kind: 'note', text: `I-${item.number} ${item.what}` },
      { kind: 'date', name: 'due', label: words.dueLabel, initial: fridayOfNextWeek(today) },
      { kind: 'text', name: 'reason', label: words.reasonLabel, hint: words.dropHint, optional: true },
    ],
  }
}

/** Asks who is to have an item from now on, and why. */
export function assignForm(item: Item, locale: Locale): Form {
  const words = texts[locale]
  return {
    form: 'improve.assign',
    title: words.assignTitle,
    submit: words.assignSubmit,
    state: item.id,
    fields: [
      { kind: 'note', text: `I-${item.number} ${item.what}` },
      { kind: 'person', name: 'owner', label: words.ownerLabel },
      { kind: 'text', name: 'reason', label: words.reasonLabel, hint: words.dropHint, optional: true },
    ],
  }
}

/** Asks for a new item, with what is known of it filled in. `state` says where it comes from. */
export function itemForm(
  given: { form: string; what?: string | undefined; owner: string; dueOn: LocalDate; state?: string },
  locale: Locale,
): Form {
  const words = texts[locale]
  return {
    form: given.form,
    title: words.addTitle,
    submit: words.addSubmit,
    ...(given.state === undefined ? {} : { state: given.state }),
    fields: [
      {
        kind: 'long-text',
        name: 'what',
        label: words.whatLabel,
        ...(given.what === undefined ? {} : { initial: given.what }),
      },
      { kind: 'person', name: 'owner', label: words.ownerLabel, initial: given.owner },
      { kind: 'date', name: 'due', label: words.dueLabel, initial: given.dueOn },
    ],
  }
}
