// How does a run look to programs that read HTTP archives?

import type { HeaderSet } from "@/lib/protocol/header-set";
import { protocolVersion } from "@/lib/protocol/run-event";
import { messageOf } from "@/lib/run/message-draft";
import { requestEnd } from "@/lib/run/request-line";
import type { ProviderRequest, ProviderResponse, Run, Turn } from "@/lib/run/run";

type Pair = { readonly name: string; readonly value: string };

/** What readers of an archive need of it. Source: HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/ */
export type Har = {
  readonly log: {
    readonly version: "1.2";
    readonly creator: { readonly name: string; readonly version: string };
    readonly comment: string;
    readonly pages: readonly object[];
    readonly entries: readonly HarEntry[];
  };
};

export type HarEntry = {
  readonly startedDateTime: string;
  /** Milliseconds, as all times of an archive. */
  readonly time: number;
  readonly pageref: string;
  readonly comment: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly Pair[];
    readonly headers: readonly Pair[];
    readonly queryString: readonly Pair[];
    readonly headersSize: -1;
    readonly bodySize: number;
    readonly postData?: { readonly mimeType: string; readonly text: string };
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly Pair[];
    readonly headers: readonly Pair[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: -1;
  };
  readonly cache: object;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: number };
};

/**
 * An archive of every request of a run, retries included. It is made of the log, from which secrets were taken before it
 * was stored: a redacted value stands as its placeholder, cookies are left out, and there is no way to export more.
 */
export function harOf(run: Run): Har {
  return {
    log: {
      version: "1.2",
      creator: { name: "Toolscope", version: `log ${protocolVersion}` },
      comment: "Secrets were taken out before anything was stored: redacted values cannot be brought back.",
      pages: [
        {
          id: run.runId,
          title: run.runId,
          startedDateTime: run.startedAt,
          pageTimings: { onContentLoad: -1, onLoad: -1 },
        },
      ],
      entries: run.turns.flatMap((turn) => turn.requests.map((request) => entryOf(run, turn, request))),
    },
  };
}

function entryOf(run: Run, turn: Turn, request: ProviderRequest): HarEntry {
  const end = requestEnd(request) ?? run.lastAt;
  const answered = request.response?.startAt ?? end;
  const text = bodyText(request.body);
  const failure = request.error ?? request.response?.error ?? null;
  return {
    startedDateTime: new Date(Date.parse(run.startedAt) + request.startAt).toISOString(),
    time: round(end - request.startAt),
    pageref: run.runId,
    comment: `Turn ${turn.index + 1}, attempt ${request.attempt}${failure === null ? "" : `: ${failure.message}`}`,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: "HTTP/1.1",
      cookies: [],
      headers: pairsOf(request.headerSets.wire ?? request.headerSets.fetch ?? []),
      queryString: queryOf(request.url),
      headersSize: -1,
      bodySize: request.delta?.bytes ?? -1,
      ...(text === "" ? {} : { postData: { mimeType: "application/json", text } }),
    },
    response: responseOf(request.response),
    cache: {},
    timings: { send: 0, wait: round(answered - request.startAt), receive: round(end - answered) },
  };
}

/** A request without an answer has the status 0, as browsers write it. */
function responseOf(response: ProviderResponse | null): HarEntry["response"] {
  const headers = pairsOf(response?.headers ?? []);
  const header = (name: string) => headers.find((pair) => pair.name.toLowerCase() === name)?.value ?? "";
  const text = response === null ? "" : contentOf(response);
  return {
    status: response?.status ?? 0,
    statusText: "",
    httpVersion: "HTTP/1.1",
    cookies: [],
    headers,
    content: { size: text.length, mimeType: header("content-type") || "x-unknown", text },
    redirectURL: header("location"),
    headersSize: -1,
    bodySize: -1,
  };
}

/** A stream stands as the message it made. */
function contentOf({ body, text, message }: ProviderResponse): string {
  if (text !== null) return text;
  if (body !== undefined && body !== null) return JSON.stringify(body);
  return message === null ? "" : JSON.stringify(messageOf(message));
}

/** Cookies are secrets by their nature: as in browsers, an archive goes without. */
function pairsOf(headers: HeaderSet): Pair[] {
  return headers
    .filter(([name]) => !/^(set-)?cookie2?$/i.test(name))
    .map(([name, value]) => ({ name, value: value.shown }));
}

function queryOf(url: string): Pair[] {
  if (!URL.canParse(url)) return [];
  return [...new URL(url).searchParams].map(([name, value]) => ({ name, value }));
}

function bodyText(body: ProviderRequest["body"]): string {
  if (body === null) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

function round(ms: number): number {
  return Math.max(0, Math.round(ms * 1_000) / 1_000);
}
