// How is a request that was let through carried out?

import type { IncomingMessage } from "node:http";
import { pipeline, Readable, Transform } from "node:stream";
import { attempts } from "./attempts";
import { collected, limited } from "./body";
import { forwardedHeaders } from "./forwarded-headers";
import type { GatewayRequest, GatewayResponse } from "./gateway";
import { errorCodes, GatewayRefusal } from "./gateway-error";
import { type HeaderPairs, headerPairs } from "./header-pairs";
import { ownHeaders } from "./own-headers";
import { type AnswerKeeper, cacheKey, type ResponseCache } from "./response-cache";
import { cacheableHeaders, returnedHeaders } from "./returned-headers";
import type { Settings } from "./settings";
import type { Upstream } from "./upstreams";

export type Exchange = {
  readonly id: string;
  readonly request: GatewayRequest;
  readonly url: URL;
  /** What the provider gets; undefined is none. */
  readonly credential: Upstream["credential"];
  readonly settings: Settings;
};

/** Answers of these statuses have no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Asks the cache where the request wants it, else the provider. Both bodies pass as they come, except that a request which
 * may be sent again or is to be compared has to be whole first.
 *
 * @throws GatewayRefusal where there is no answer that can be handed back
 */
export async function exchange(asked: Exchange, cache: ResponseCache): Promise<GatewayResponse> {
  const { request, url, credential, settings } = asked;
  const { method, signal } = request;
  const streamed = request.body === null ? null : limited(request.body, request.headers);
  const ttl = settings.cacheTtl;
  const mustBeWhole = ttl !== undefined || settings.maxAttempts > 1;
  const body = streamed !== null && mustBeWhole ? await collected(streamed) : streamed;

  const whole = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const key = ttl === undefined ? "" : cacheKey({ method, url, credential, body: whole }, settings.cacheKey);
  const found = ttl === undefined ? undefined : cache.find(key);
  if (found !== undefined) {
    const headers = [...found.headers, ...ownHeaders({ ...asked, hit: true }, found.headers)];
    return { status: found.status, headers, body: Readable.from([found.body]) };
  }

  const sent = forwardedHeaders(request.headers, url.host, credential);
  const { answer, count } = await attempts({ method, url, headers: sent, body, signal }, settings);
  const status = usableStatus(answer);
  const returned = returnedHeaders(headerPairs(answer.rawHeaders));
  const headers = [...returned, ...ownHeaders({ ...asked, attempts: count }, returned)];
  if (bodiless.has(status)) {
    answer.resume();
    return { status, headers, body: null };
  }
  const isCached = ttl !== undefined && status === 200 && !isStream(returned);
  return { status, headers, body: isCached ? kept(answer, returned, cache.keeper(key, ttl)) : answer };
}

function usableStatus(answer: IncomingMessage): number {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status <= 599) return status;
  answer.destroy();
  throw new GatewayRefusal(
    502,
    errorCodes.unusableAnswer,
    `The provider answered with the status ${status}.`,
  );
}

/** Streams are not cached, as with Cloudflare. */
function isStream(headers: HeaderPairs): boolean {
  return headers.some(([name, value]) => /^content-type$/i.test(name) && /event-stream/i.test(value));
}

/** Passes an answer on and has it kept once it is complete. */
function kept(answer: IncomingMessage, headers: HeaderPairs, keeper: AnswerKeeper): Readable {
  const passed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      keeper.chunk(chunk);
      done(null, chunk);
    },
    flush(done) {
      keeper.complete({ status: 200, headers: cacheableHeaders(headers) });
      done();
    },
  });
  // Where the answer breaks off, so does what is passed on: its reader hears of it.
  pipeline(answer, passed, () => undefined);
  return passed;
}
