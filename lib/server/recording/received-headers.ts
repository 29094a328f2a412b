// Which headers does the far end say it received?
import { createHash } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { ObservationPoint } from "@/lib/protocol/observation-point";

/**
 * A far end of ours reports what arrived in one response header: deflated JSON pairs in base64url. Where a value was too long
 * for that, its SHA-256 stands there, marked by a third item.
 */
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

/**
 * @param sent what is known to have been sent: a value of which only the digest is reported is taken from there
 * @returns one entry per observation point reported in a response; a report that cannot be read is left out
 */
export function receivedHeaders(
  responseHeaders: Headers,
  sent: readonly (readonly [name: string, value: string])[],
): ReceivedHeaders[] {
  return Object.entries(reports).flatMap(([name, point]) => {
    const report = responseHeaders.get(name);
    const reported = report === null ? null : decoded(report);
    if (reported === null || point === undefined) return [];
    return [{ point, headers: reported.map((header) => restored(header, sent)) }];
  });
}

type Reported = z.infer<typeof receivedSchema>[number];

function decoded(report: string): Reported[] | null {
  try {
    const text = inflateRawSync(Buffer.from(report, "base64url"), { maxOutputLength: mostBytes }).toString(
      "utf8",
    );
    return receivedSchema.parse(JSON.parse(text));
  } catch {
    // Any server may send a header of this name; one that is no report is simply not an observation.
    return null;
  }
}

/** A value that was sent under the name and has that digest; a note where it arrived as something else. */
function restored(
  [name, value, shortened]: Reported,
  sent: readonly (readonly [name: string, value: string])[],
): [name: string, value: string] {
  if (shortened !== true) return [name, value];
  const digestOf = (text: string) => createHash("sha256").update(text, "latin1").digest("hex");
  const known = sent.find(
    ([given, text]) => given.toLowerCase() === name.toLowerCase() && digestOf(text) === value,
  );
  return [name, known?.[1] ?? "[another value, too long to be reported]"];
}
