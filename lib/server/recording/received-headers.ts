// Which headers does the far end say it received?
import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { ObservationPoint } from "@/lib/protocol/observation-point";

/** A far end of ours reports what arrived in one response header: deflated JSON pairs in base64url. */
const reports: Readonly<Partial<Record<string, ObservationPoint>>> = {
  "x-gateway-received-headers": "gateway",
  "x-simulator-received-headers": "provider",
};

const receivedSchema = z.array(z.tuple([z.string(), z.string()]).rest(z.boolean()));
const mostBytes = 1_000_000;

export type ReceivedHeaders = {
  readonly point: ObservationPoint;
  readonly headers: [name: string, value: string][];
};

/** @returns one entry per observation point reported in a response; a report that cannot be read is left out */
export function receivedHeaders(responseHeaders: Headers): ReceivedHeaders[] {
  return Object.entries(reports).flatMap(([name, point]) => {
    const report = responseHeaders.get(name);
    const headers = report === null ? null : decoded(report);
    return headers === null || point === undefined ? [] : [{ point, headers }];
  });
}

function decoded(report: string): [string, string][] | null {
  try {
    const text = inflateRawSync(Buffer.from(report, "base64url"), { maxOutputLength: mostBytes }).toString(
      "utf8",
    );
    return receivedSchema.parse(JSON.parse(text)).map(([name, value]) => [name, value]);
  } catch {
    // Any server may send a header of this name; one that is no report is simply not an observation.
    return null;
  }
}
