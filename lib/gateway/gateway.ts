// What does an AI gateway do with a request?

import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { authorization } from "./authorization";
import type { Body } from "./body";
import { exchange } from "./exchange";
import { errorBody, errorCodes, GatewayRefusal } from "./gateway-error";
import type { HeaderPairs } from "./header-pairs";
import { ownHeaders } from "./own-headers";
import { createResponseCache } from "./response-cache";
import { readSettings } from "./settings";
import { targetOf } from "./target";
import { createUpstreams, type Upstream } from "./upstreams";

export type GatewayRequest = {
  readonly method: string;
  /** After the mount, without the query: `/v1/messages` or `/~fault-529/v1/messages`. */
  readonly path: string;
  readonly query: string;
  /** As received: order, case and repeats kept. */
  readonly headers: HeaderPairs;
  /** Read only as fast as the provider takes it; null where there is none. */
  readonly body: Body | null;
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal;
};

export type GatewayResponse = {
  readonly status: number;
  readonly headers: HeaderPairs;
  /** Fails where the provider's connection broke off: break the caller's off then. Null where the status allows none. */
  readonly body: Readable | null;
};

export type GatewaySetting = {
  /** Where requests go whose path names no registered upstream. */
  readonly upstream: Upstream;
  /** The only right token; left out, any that does not begin with `invalid`. */
  readonly token: string | undefined;
};

export type Gateway = {
  /** Answers anything, its own errors in Cloudflare's shape, and never rejects. */
  readonly handle: (request: GatewayRequest, setting: GatewaySetting) => Promise<GatewayResponse>;
  /** Puts an upstream under `/~<name>`. @returns how to take it away again */
  readonly register: (name: string, upstream: Upstream) => () => void;
};

/** A gateway with its cache and its upstreams in memory. @param now milliseconds, for the age of cached answers */
export function createGateway({ maxUpstreams = 200, now = Date.now } = {}): Gateway {
  const upstreams = createUpstreams(maxUpstreams);
  const cache = createResponseCache({ now });
  return {
    register: upstreams.register,
    async handle(request, setting) {
      const id = randomUUID();
      try {
        const authorized = authorization(request.headers, setting.token);
        if (authorized === "wrong") throw new GatewayRefusal(401, errorCodes.unauthorized, "Unauthorized");
        const settings = readSettings(request.headers);
        const { upstream, url } = targetOf(request, (name) => upstreams.find(name, setting.upstream));
        // Without the token a request goes on, but with nobody's credential: the provider says what is missing.
        const credential = authorized === "right" ? upstream.credential : undefined;
        return await exchange({ id, request, url, credential, settings }, cache);
      } catch (error) {
        const refusal = refusalOf(error, request.signal);
        const headers: HeaderPairs = [["content-type", "application/json"]];
        const own = ownHeaders({ id, request }, headers);
        return {
          status: refusal.status,
          headers: [...headers, ...own],
          body: Readable.from([errorBody(refusal)]),
        };
      }
    },
  };
}

function refusalOf(error: unknown, signal: AbortSignal): GatewayRefusal {
  if (error instanceof GatewayRefusal) return error;
  if (signal.aborted) return new GatewayRefusal(499, errorCodes.callerGone, "The caller has gone.");
  // Whatever goes wrong in here is the gateway's fault; its text may quote what was sent.
  console.error("The gateway failed at a request:", error instanceof Error ? error.name : typeof error);
  return new GatewayRefusal(500, errorCodes.internal, "The gateway failed.");
}
