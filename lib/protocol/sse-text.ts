// How is one event written as server-sent event text?

/**
 * @param id the event's id (a reader sends the last one back as `Last-Event-ID`)
 * @param data one line of text without line breaks, such as a serialised event
 * @returns the event as text, ready to be joined with others into one network write
 */
export function sseEvent(id: number, data: string): string {
  return `id: ${id}\ndata: ${data}\n\n`;
}

/** A named event without an id: it does not move a reader's place in the log. */
export function sseSignal(name: string, data: string): string {
  return `event: ${name}\ndata: ${data}\n\n`;
}

/** A comment line: keeps a connection alive and is ignored by every reader. */
export function sseComment(text: string): string {
  return `: ${text}\n\n`;
}

/** The response headers of every event stream. `no-transform` keeps proxies and Next from compressing each chunk. */
export const sseHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

/** The signal after which a stream of events ends for good: the reader closes and does not reconnect. */
export const endSignal = "end";
