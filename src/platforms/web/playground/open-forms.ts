import { randomUUID } from 'node:crypto'
import type { Form } from '../../../view/form.ts'
import type { Message } from './store.ts'

export interface OpenForm {
  id: string
  workspace: string
  person: string
  form: Form
  /** Where its answer goes. */
  address: { place: string; thread?: string | undefined }
  /** The message whose button opened it. */
  pressed?: Message | undefined
}

/** A page that is left open for days must not fill the memory: the oldest forms are forgotten first. */
const MAX_OPEN = 1000

/** The forms that are open on people's screens. A restart closes them, as it would a dialog. */
export function createOpenForms() {
  const open = new Map<string, OpenForm>()
  return {
    open(form: Omit<OpenForm, 'id'>): string {
      const id = randomUUID()
      open.set(id, { ...form, id })
      const oldest = open.size > MAX_OPEN ? open.keys().next().value : undefined
      if (oldest !== undefined) open.delete(oldest)
      return id
    },
    /** By its id, or by its name: then the one that the person opened last. */
    find(workspace: string, person: string, idOrName: string): OpenForm | undefined {
      return [...open.values()]
        .reverse()
        .find(
          (one) =>
            one.workspace === workspace &&
            one.person === person &&
            (one.id === idOrName || one.form.form === idOrName),
        )
    },
    close: (id: string): void => void open.delete(id),
  }
}
