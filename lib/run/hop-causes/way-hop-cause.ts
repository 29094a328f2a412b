// What do gateways and proxies do to the headers that pass them?
import type { Hop, HopCause } from "../header-hop-cause";
import { furthestPointBefore, linesOf } from "../header-lookup";
import {
  gatewayTokenHeader,
  isConnectionHeader,
  isCredentialHeader,
  isGatewayHeader,
} from "../header-vocabulary";

/** @param hop from the wire on, or from one gateway or proxy to the next */
export function wayHopCause(hop: Hop): HopCause {
  const { key, change } = hop;
  const isGateway = isGatewayHop(hop);
  const between = `between ${placeWords(hop.from)} and ${placeWords(hop.to)}`;
  const by = isGateway ? "The gateway" : `${saysNginx(hop) ? "nginx" : "Something"} ${between}`;
  if (isConnectionHeader(key)) {
    const why = "It concerns one connection only: each hop drops it or sets its own.";
    return { by, why, fix: "Leave it out: it cannot reach the far end.", intended: true };
  }
  if (change === "missing" && isGatewayHeader(key)) {
    const why = "It is meant for the gateway, which keeps it for itself: the provider never gets it.";
    return { by, why, fix: null, intended: true };
  }
  if (isGateway && isCredentialHeader(key)) return credentialCause(hop, by);
  if (change === "renamed") {
    return {
      by,
      why: "It writes the name in another case; names mean the same in any.",
      fix: null,
      intended: true,
    };
  }
  if (change === "added") return { by, why: "It adds this header on the way.", fix: null, intended: true };
  if (change === "missing" && key.includes("_")) {
    return {
      by,
      why: saysNginx(hop)
        ? "It drops names with an underscore, without a word, unless it is told to keep them."
        : "Names with an underscore are dropped by nginx and by servers like it, without a word.",
      fix: "Write the name with hyphens, or set `underscores_in_headers on` in nginx.",
      intended: false,
    };
  }
  const why = change === "missing" ? "It does not pass this header on." : "It replaces the value.";
  return { by, why, fix: "Let this header pass in the settings of the gateway or proxy.", intended: false };
}

/** The gateway swaps in the provider's key for who shows its token; without it, the request goes on without a key. */
function credentialCause({ request, change }: Hop, by: string): HopCause {
  const received = request.headerSets[furthestPointBefore(request, "provider")];
  if (linesOf(received, gatewayTokenHeader) !== null || change === "added") {
    const why = "It swaps in the provider's credential, which only the gateway holds.";
    return { by, why, fix: null, intended: true };
  }
  return {
    by,
    why: `It found no ${gatewayTokenHeader}, so it put no credential of the provider in place of this one.`,
    fix: `Send ${gatewayTokenHeader} on every request.`,
    intended: false,
  };
}

function isGatewayHop({ from, to, config }: Hop): boolean {
  return to === "provider" && (from === "gateway" || config?.provider.gateway === true);
}

/** nginx names itself in its answers, and no provider of the Messages API is one. */
function saysNginx({ request }: Hop): boolean {
  return linesOf(request.response?.headers, "server")?.values[0]?.shown.startsWith("nginx") === true;
}

function placeWords(point: Hop["from"]): string {
  if (point === "asked") return "your code";
  return point === "wire" || point === "fetch" ? "this machine" : `the ${point}`;
}
