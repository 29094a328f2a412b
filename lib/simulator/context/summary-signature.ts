// Was this summary made here, does it say what it said, and what has it taken the place of?

import { createHmac, timingSafeEqual } from "node:crypto";
import { canonicalJson } from "../json/canonical-json";

/** No secret: the same request must get the same signature from every simulator. */
const key = "the simulator's summaries";

/** One byte of version, eight of the messages that are summarized, then three codes of 16 bytes. */
const originLength = 9;
const codeLength = 16;

export type SummaryReading =
  | { readonly is: "forged" | "edited" | "with-other-tools" }
  /** `messages` is the hash of those that it stands for. */
  | { readonly is: "intact"; readonly messages: Buffer };

/** Opaque to a client: base64 of what is summarized, a code for that, one for the text and one for the changes of tools. */
export function summarySignature(content: string, toolChanges: unknown, messages: Buffer): string {
  const from = Buffer.concat([Buffer.from([1]), messages]);
  const codes = [code(from), code(from, content), code(from, canonicalJson(toolChanges ?? null))];
  return Buffer.concat([from, ...codes]).toString("base64");
}

export function readSummarySignature(
  signature: string,
  content: string,
  toolChanges: unknown,
): SummaryReading {
  const bytes = Buffer.from(signature, "base64");
  if (bytes.length !== originLength + 3 * codeLength || bytes.toString("base64") !== signature)
    return { is: "forged" };
  const from = bytes.subarray(0, originLength);
  const holds = (position: number, expected: Buffer) => {
    const start = originLength + position * codeLength;
    return timingSafeEqual(bytes.subarray(start, start + codeLength), expected);
  };
  if (!holds(0, code(from))) return { is: "forged" };
  if (!holds(1, code(from, content))) return { is: "edited" };
  if (!holds(2, code(from, canonicalJson(toolChanges ?? null)))) return { is: "with-other-tools" };
  return { is: "intact", messages: from.subarray(1) };
}

function code(from: Buffer, text?: string): Buffer {
  const hmac = createHmac("sha256", key).update(from);
  if (text !== undefined) hmac.update("\u0000").update(text);
  return hmac.digest().subarray(0, codeLength);
}
