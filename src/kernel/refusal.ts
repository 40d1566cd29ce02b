import { type Button, type Spans, say, type View } from '../view/view.ts'

/**
 * An expected "no", with a sentence for the person. A handler that returns one changes nothing:
 * whatever it wrote in its transaction is rolled back.
 */
export class Refusal {
  readonly view: View
  constructor(content: string | Spans | View, ...buttons: Button[]) {
    this.view = typeof content === 'string' || Array.isArray(content) ? say(content, ...buttons) : content
  }
}
