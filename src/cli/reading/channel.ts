// From one who hands over to one who asks: an item waits until it is asked for, and nothing piles up.

export interface Channel<Item> {
  items: AsyncIterable<Item>
  /** Returns once the one who asks is done with the item. Awaited before the next. */
  push(item: Item): Promise<void>
  close(): void
}

export function openChannel<Item>(): Channel<Item> {
  let waiting: { item: Item; done: () => void } | undefined
  let isClosed = false
  let wake = (): void => {}

  async function* take(): AsyncGenerator<Item> {
    for (;;) {
      if (waiting !== undefined) {
        const { item, done } = waiting
        waiting = undefined
        yield item
        done()
      } else if (isClosed) return
      else
        await new Promise<void>((woken) => {
          wake = woken
        })
    }
  }

  return {
    items: take(),
    push: (item) =>
      new Promise((done) => {
        waiting = { item, done }
        wake()
      }),
    close() {
      isClosed = true
      wake()
    },
  }
}
