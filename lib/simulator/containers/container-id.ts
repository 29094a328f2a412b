// Which container ids did the simulator issue?

import { createHmac } from "node:crypto";
import { seededId } from "../json/seed";

const prefix = "container_01";
const bodyLength = 14;
const codeLength = 8;
const form = /^container_01[1-9A-HJ-NP-Za-km-z]{22}$/;

/** An id that can be recognised without being remembered: its end follows from its beginning and the scope. */
export function issueContainerId(seed: string, scope: string): string {
  const body = seededId("container_", seed).slice(prefix.length, prefix.length + bodyLength);
  return `${prefix}${body}${codeOf(body, scope)}`;
}

export type ContainerIdReading = "issued" | "foreign" | "malformed";

/** `foreign` has the form of an id, but this scope did not issue it: an old one, or one of another server. */
export function readContainerId(id: string, scope: string): ContainerIdReading {
  if (!form.test(id)) return "malformed";
  const body = id.slice(prefix.length, prefix.length + bodyLength);
  return id.endsWith(codeOf(body, scope)) ? "issued" : "foreign";
}

/** No secret: the same request must get the same id from every simulator. */
function codeOf(body: string, scope: string): string {
  const hmac = createHmac("sha256", "the simulator's containers")
    .update(`${scope}\u0000${body}`)
    .digest("hex");
  return seededId("", hmac).slice(2, 2 + codeLength);
}
