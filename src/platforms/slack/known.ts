import type { App } from '../../kernel/app.ts'
import type { Locale } from '../../kernel/locale.ts'
import { mentionedIn } from '../../kernel/outbox.ts'
import type { Form } from '../../view/form.ts'
import type { Known } from '../../view/known.ts'
import type { View } from '../../view/view.ts'

/** Where nobody is named. */
export const nobody = (locale: Locale): Known => ({
  mention: () => undefined,
  personOf: () => undefined,
  locale,
})

/** What the renderers have to know about the people whom a view or a form names. */
export async function knownFor(
  app: Pick<App, 'identities'>,
  home: string,
  content: View | Form,
  locale: Locale,
): Promise<Known> {
  const people = 'blocks' in content ? mentionedIn(content) : chosenIn(content)
  const mentions = await app.identities('slack', home, people)
  return { ...nobody(locale), mention: (person) => mentions.get(person) }
}

/** The people who are filled in already. */
function chosenIn(form: Form): string[] {
  return form.fields.flatMap((field) =>
    field.kind === 'person' || field.kind === 'people' ? [field.initial ?? []].flat() : [],
  )
}
