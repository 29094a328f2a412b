// How does the gateway tell its caller which headers arrived?

import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { HeaderPairs } from "./header-pairs";

export const reportName = "x-gateway-received-headers";

/** Values longer than each of these are shortened in turn, until the report fits. */
const lengthsTried = [Number.POSITIVE_INFINITY, 4_000, 1_000, 200, 64];

/**
 * All headers in the order and case in which they arrived, as base64url(deflateRaw(JSON)) of `[[name, value], …]`, in
 * place of a shortened value `[name, "<SHA-256 of the value, hex>", true]`. What the caller sent goes back to the caller and
 * to nobody else.
 *
 * @param room how many characters the report may have
 * @returns null where it does not fit even so
 */
export function receivedReport(headers: HeaderPairs, room: number): string | null {
  for (const most of lengthsTried) {
    const pairs = headers.map(([name, value]) =>
      value.length > most ? [name, digestOf(value), true] : [name, value],
    );
    const report = deflateRawSync(JSON.stringify(pairs)).toString("base64url");
    if (report.length <= room) return report;
  }
  return null;
}

function digestOf(value: string): string {
  return createHash("sha256").update(value, "latin1").digest("hex");
}
