// How does a request to an MCP server leave, and how is what comes back kept within bounds?
import { fetch as undiciFetch } from "undici";
import { isJsonObject } from "@/lib/protocol/json-object";
import { parsedJson } from "@/lib/protocol/parsed-json";
import { guardedAgent } from "../outbound/guarded-connect";
import { causeOf } from "../outbound/guarded-fetch";
import { checkedTarget, type OutboundPolicy } from "../outbound/outbound-policy";
import { type ByteBudget, floodText, longMessageText, mostMessageBytes } from "./byte-budget";
import { requestIdOf } from "./observed-transport";
import { watchedStream } from "./watched-stream";

type Options = {
  readonly policy: OutboundPolicy;
  readonly budget: ByteBudget;
  /** Called with the reason when more has come than the budget holds. */
  readonly onFlood: (reason: string) => void;
  /** How to let go of a request from now on: at first by giving it up, and by ending its stream well once that arrives. */
  readonly onOpen: (id: string | number, letGo: () => void) => void;
  /** The answer to a request ended; `resumable` where the client can and will ask for the rest. */
  readonly onStreamEnd: (id: string | number, resumable: boolean) => void;
};

/** What of an error page is worth reading. Bytes. */
const keptOfErrors = 20_000;

/**
 * A `fetch` for the MCP SDK. Redirects are left to it, each of its steps comes by here. `close` ends whatever is open. Each
 * request has a connection of its own, which ends with it.
 */
export function guardedStreamFetch({ policy, budget, onFlood, onOpen, onStreamEnd }: Options) {
  const closing = new AbortController();

  const send = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const target = checkedTarget(String(url));
    const id = postedId(init.body);
    const letting = new AbortController();
    if (id !== null) onOpen(id, () => letting.abort());
    const signal = AbortSignal.any([closing.signal, letting.signal, ...(init.signal ? [init.signal] : [])]);
    const dispatcher = guardedAgent(policy, signal, undefined, { headersTimeout: 0, bodyTimeout: 0 });
    const response = await undiciFetch(target, {
      method: init.method ?? "GET",
      headers: [...new Headers(init.headers)],
      body: typeof init.body === "string" ? init.body : null,
      redirect: "manual",
      signal,
      dispatcher,
    })
      .catch((error: unknown) => {
        throw causeOf(error);
      })
      // Closes when the answer has been read.
      .finally(() => void dispatcher.close());
    const { status, statusText, headers } = response;
    const head = { status, statusText, headers: [...headers] };
    if (response.body === null) return new Response(null, head);
    const isStream = headers.get("content-type")?.startsWith("text/event-stream") === true;
    const most = response.ok ? (isStream ? Number.POSITIVE_INFINITY : mostMessageBytes) : keptOfErrors;
    let bytes = 0;
    const ids = eventIdSearch();
    const { stream, finish } = watchedStream(
      response.body as ReadableStream<Uint8Array>,
      (chunk) => {
        bytes += chunk.length;
        ids.look(chunk);
        if (!budget.spend(chunk.length, isStream ? eventsIn(chunk) : 1)) {
          onFlood(floodText);
          throw new Error(floodText);
        }
        if (bytes > most && response.ok) throw new Error(longMessageText);
        if (bytes > most) finish("");
      },
      () => {
        if (id !== null && status !== 202) onStreamEnd(id, isStream && ids.found());
      },
    );
    // A result is what keeps the client from asking for the rest of the stream.
    const answered = `\n\ndata: ${JSON.stringify({ jsonrpc: "2.0", id, result: {} })}\n\n`;
    if (id !== null && isStream) onOpen(id, () => finish(answered));
    return new Response(stream, head);
  };

  return { fetch: send, close: () => closing.abort() };
}

function postedId(body: unknown): string | number | null {
  const message = typeof body === "string" ? parsedJson(body) : null;
  return isJsonObject(message) ? requestIdOf(message) : null;
}

/** How many events of a stream end in it, near enough. */
function eventsIn(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1))
    if (chunk[at + 1] === 10) count += 1;
  return count;
}

/** Looks for a line that begins with `id:`, with which a stream says that it can be taken up again. */
function eventIdSearch() {
  let found = false;
  let before = "\n";
  return {
    look: (chunk: Uint8Array) => {
      if (found) return;
      const text = before + Buffer.from(chunk).toString("latin1");
      found = /[\r\n]id:/.test(text);
      before = text.slice(-3);
    },
    found: () => found,
  };
}
