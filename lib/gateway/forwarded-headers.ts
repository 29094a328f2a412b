// Which headers does the provider get?

import { type HeaderPairs, valuesOf } from "./header-pairs";
import type { Upstream } from "./upstreams";

/** They concern one connection only (RFC 9110, 7.6.1); `expect` has been answered by the server that took the request in. */
const hopByHop: ReadonlySet<string> = new Set([
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "upgrade",
  "expect",
]);

/** The gateway's vocabulary, and the names that two of its words had before. */
const ownNames = /^(cf-aig-|cf-cache-ttl$|cf-skip-cache$)/;

/** What is replaced where it stands. The caller's own credential is among them, whichever header carries it. */
const slots: Readonly<Partial<Record<string, "host" | "connection" | "credential">>> = {
  host: "host",
  connection: "connection",
  "x-api-key": "credential",
  authorization: "credential",
};

/**
 * What is sent on: order, case and repeats as received; `host`, `connection` and the caller's credential replaced in their
 * places; hop-by-hop headers and the gateway's own vocabulary left out.
 *
 * @param host of the provider, with its port
 * @param credential what the gateway keeps for the provider; undefined sends none at all
 */
export function forwardedHeaders(
  received: HeaderPairs,
  host: string,
  credential: Upstream["credential"],
): [name: string, value: string][] {
  const dropped = connectionOptions(received);
  const placed = new Set<string>();
  const sent = received.flatMap(([name, value]): [string, string][] => {
    const lowered = name.toLowerCase();
    const slot = slots[lowered];
    if (slot === undefined) {
      return ownNames.test(lowered) || hopByHop.has(lowered) || dropped.has(lowered) ? [] : [[name, value]];
    }
    if (placed.has(slot)) return [];
    placed.add(slot);
    if (slot === "host") return [[name, host]];
    // Each request has a connection of its own: an idle one that the provider closes just then would look like a reset.
    if (slot === "connection") return [[name, "close"]];
    return credential ? [[credential.name, credential.value]] : [];
  });
  if (!placed.has("host")) sent.unshift(["Host", host]);
  if (!placed.has("credential") && credential) sent.push([credential.name, credential.value]);
  return sent;
}

/** What `connection` names is for this connection only. */
function connectionOptions(received: HeaderPairs): ReadonlySet<string> {
  const options = valuesOf(received, "connection").flatMap((value) => value.split(","));
  return new Set(options.map((option) => option.trim().toLowerCase()));
}
