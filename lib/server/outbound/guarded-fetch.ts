// How does a tool's request leave, and what comes back of it?

import { type Response, fetch as undiciFetch } from "undici";
import { headerEntrySchema } from "@/lib/protocol/header-entry";
import { guardedAgent, type Resolve } from "./guarded-connect";
import { checkedTarget, type OutboundPolicy } from "./outbound-policy";
import { OutboundRefusal } from "./outbound-refusal";

export type OutboundRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
};

export type OutboundResponse = {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer>;
};

export type OutboundOptions = {
  readonly policy: OutboundPolicy;
  readonly signal: AbortSignal;
  readonly resolve?: Resolve;
};

/** Bytes. A larger answer is refused, not cut: half a JSON document misleads. */
export const mostResponseBytes = 5_000_000;
const mostRedirects = 5;
/**
 * Sends a request by the policy, follows up to five redirects with each target checked anew, and reads the whole answer.
 *
 * @throws OutboundRefusal for a target, header or answer that the rules refuse; whatever fetch throws otherwise
 */
export async function guardedFetch(
  request: OutboundRequest,
  options: OutboundOptions,
): Promise<OutboundResponse> {
  for (const [name, value] of request.headers) checkHeader(name, value);
  let current: OutboundRequest = request;
  // What a redirect brings was typed by nobody.
  let policy = options.policy;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const url = checkedTarget(current.url);
    const response = await send(current, url, policy, options);
    const target = response.headers.get("location");
    if (![301, 302, 303, 307, 308].includes(response.status) || target === null) return whole(response, url);
    await response.body?.cancel();
    if (!URL.canParse(target, url)) throw new OutboundRefusal(`${url.host} redirects to what is no URL.`);
    current = redirected(current, url, new URL(target, url), response.status);
    policy = { ...policy, typed: new Set() };
  }
  throw new OutboundRefusal(
    `${request.url} redirects more than ${mostRedirects} times: give the address it ends at.`,
  );
}

async function send(
  request: OutboundRequest,
  url: URL,
  policy: OutboundPolicy,
  { signal, resolve }: OutboundOptions,
): Promise<Response> {
  const dispatcher = guardedAgent(policy, signal, resolve);
  try {
    return await undiciFetch(url, {
      method: request.method,
      headers: request.headers.map(([name, value]): [string, string] => [name, value]),
      body: request.body,
      redirect: "manual",
      signal,
      dispatcher,
    });
  } catch (cause) {
    throw causeOf(cause);
  } finally {
    // Closes when the answer has been read: nothing is kept for a next request under another policy.
    void dispatcher.close();
  }
}

/** `fetch failed` says nothing; its cause does. */
export function causeOf(thrown: unknown): unknown {
  const cause = thrown instanceof TypeError ? thrown.cause : undefined;
  if (cause instanceof OutboundRefusal) return cause;
  return cause instanceof Error && cause.message !== "" ? new Error(`no answer: ${cause.message}`) : thrown;
}

/** As browsers do it: 303, and a POST by 301 or 302, become a GET. Another origin gets no header and no body of the tool's. */
function redirected(request: OutboundRequest, from: URL, to: URL, status: number): OutboundRequest {
  const becomesGet = status === 303 || ((status === 301 || status === 302) && request.method === "POST");
  const sameOrigin = from.origin === to.origin;
  if (!sameOrigin && !becomesGet && request.body !== null) {
    throw new OutboundRefusal(
      `${from.host} redirects the request with its body to ${to.host}: it was not sent there. Give that address yourself.`,
    );
  }
  const headers = sameOrigin ? request.headers : [];
  return {
    url: to.href,
    method: becomesGet ? "GET" : request.method,
    headers: becomesGet ? headers.filter(([name]) => !/^content-/i.test(name)) : headers,
    body: becomesGet ? null : request.body,
  };
}

async function whole(response: Response, url: URL): Promise<OutboundResponse> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > mostResponseBytes) {
      throw new OutboundRefusal(
        `The answer of ${url.host} is larger than ${mostResponseBytes / 1_000_000} MB: ask for less.`,
      );
    }
    parts.push(part);
  }
  return {
    url: url.href,
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers.entries()],
    body: new Uint8Array(Buffer.concat(parts)),
  };
}

/** The rules are those of a run's own headers. @throws OutboundRefusal for one that cannot be sent as it is written */
function checkHeader(name: string, value: string): void {
  const checked = headerEntrySchema.safeParse({ name, value });
  if (checked.success) return;
  const reason = checked.error.issues.map((issue) => issue.message).join("; ");
  throw new OutboundRefusal(`The header ${JSON.stringify(name)} cannot be sent: ${reason}.`);
}
