/** Lets one at a time in, in the order of asking. */
export class Fifo {
  #last: Promise<unknown> = Promise.resolve()

  /** Waits for everyone who asked before; resolves to the function that lets the next one in. */
  async enter(): Promise<() => void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    return resolve
  }
}
