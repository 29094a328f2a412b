// What did the simulator receive lately?

import { redactBody, redactHeaders, redactQuery } from "./redact-secrets";

export type ReceivedRequest = {
  /** When it arrived, ISO. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** In the order and case of their arrival. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The JSON value; the text where it is no JSON, or was too long to be kept whole. */
  readonly body: unknown;
  /** How many characters of the body are not shown. */
  readonly bodyOmitted: number;
  /** The status it was answered with; null while it is being answered. */
  readonly status: number | null;
};

type Arrived = Pick<ReceivedRequest, "method" | "path" | "query" | "headers"> & { readonly body: string };
type Kept = Omit<ReceivedRequest, "body" | "status"> & { readonly text: string; status: number | null };

const maxTextLength = 64 * 1024;
const maxPathLength = 2_000;

/** The last requests in memory, bounded in number and in characters; secrets are gone before anything is kept. */
export function createRequestRecord({ maxRequests = 200, maxLength = 8 * 1024 * 1024, now = Date.now } = {}) {
  const kept: Kept[] = [];
  let length = 0;

  return {
    /** @returns how to say with which status the request was answered */
    note(arrived: Arrived): (status: number) => void {
      const entry = keptOf(arrived, now());
      kept.push(entry);
      length += lengthOf(entry);
      while (kept.length > maxRequests || (length > maxLength && kept.length > 1)) {
        const oldest = kept.shift();
        length -= oldest === undefined ? 0 : lengthOf(oldest);
      }
      return (status) => {
        entry.status = status;
      };
    },
    /** Newest first. */
    list(): readonly ReceivedRequest[] {
      return kept.toReversed().map(({ text, ...entry }) => ({ ...entry, body: bodyValue(text) }));
    },
  };
}

export type RequestRecord = ReturnType<typeof createRequestRecord>;

function keptOf({ method, path, query, headers, body }: Arrived, at: number): Kept {
  return {
    at: new Date(at).toISOString(),
    method,
    path: path.slice(0, maxPathLength),
    query: redactQuery(query.slice(0, maxPathLength)),
    headers: redactHeaders(headers),
    text: redactBody(body.slice(0, maxTextLength)),
    bodyOmitted: Math.max(0, body.length - maxTextLength),
    status: null,
  };
}

function lengthOf({ path, query, headers, text }: Kept): number {
  const headerLength = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return path.length + query.length + text.length + headerLength;
}

function bodyValue(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
