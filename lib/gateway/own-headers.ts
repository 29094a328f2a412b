// What does the gateway say about an exchange in its answer?

import type { HeaderPairs } from "./header-pairs";
import { receivedReport, reportName } from "./received-report";
import type { Settings } from "./settings";

/** Node and the clients refuse more than 16 kB of headers in all; this leaves room for what a server in between adds. */
const maxHeadersLength = 15_000;

/** @param others the other headers of the answer: the report takes what room they leave */
export function ownHeaders(
  exchange: {
    readonly id: string;
    readonly request: { readonly headers: HeaderPairs };
    readonly settings?: Settings;
    readonly hit?: boolean;
    readonly attempts?: number;
  },
  others: HeaderPairs,
): HeaderPairs {
  const { id, request, settings, hit = false, attempts = 1 } = exchange;
  const headers: [string, string][] = [
    ["cf-aig-request-id", id],
    ...pair("cf-aig-log-id", settings?.collectLog === false ? undefined : id),
    ...pair("cf-aig-event-id", settings?.eventId),
    // One provider and no fallbacks: whatever answers is the first step.
    ["cf-aig-step", "0"],
    ["cf-aig-cache-status", hit ? "HIT" : "MISS"],
    ...pair("x-gateway-attempts", attempts === 1 ? undefined : String(attempts)),
    ...pair("x-gateway-ignored", settings?.ignored.join(", ") || undefined),
  ];
  const report = receivedReport(request.headers, maxHeadersLength - lengthOf([...others, ...headers]));
  return [...headers, ...pair(reportName, report ?? undefined)];
}

function pair(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function lengthOf(headers: HeaderPairs): number {
  return headers.reduce((length, [name, value]) => length + name.length + value.length + 4, 0);
}
