import type { SSEStreamingApi } from 'hono/streaming'

/** Proxies cut a connection on which nothing has moved for a minute. */
const BEAT_MS = 20_000

/** Keeps a stream of events open until the reader leaves, or the server stops. */
export function keepOpen(stream: SSEStreamingApi, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const beat = setInterval(() => {
      if (stream.aborted || stream.closed) end()
      else stream.writeSSE({ event: 'beat', data: '' }).catch(end)
    }, BEAT_MS)
    stream.onAbort(end)
    stopping.addEventListener('abort', end)
    if (stopping.aborted || stream.aborted) end()
    function end(): void {
      clearInterval(beat)
      stopping.removeEventListener('abort', end)
      resolve()
    }
  })
}
