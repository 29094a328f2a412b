// Was this thinking block made here, by which model, and behind which conversation?

import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { ConversationPrefix } from "./conversation-prefix";

/** No secret: the same request must get the same signature from every simulator. */
const key = "the simulator's thinking";

/** One byte of version, four of the model, eight each of system, tools and messages, then two codes of 16 bytes. */
const originLength = 29;
const codeLength = 16;

export type Origin = { readonly modelId: string; readonly prefix: ConversationPrefix };

export type SignatureReading =
  | { readonly is: "forged" }
  /** The signature was issued here, for other thinking. */
  | { readonly is: "edited" }
  | {
      readonly is: "intact";
      readonly isOfModel: boolean;
      /** Which parts of the conversation before it are not what they were. */
      readonly changed: readonly ("system" | "tools" | "messages")[];
    };

/** Opaque to a client: base64 of where the block comes from, a code for that, and a code for the thinking with it. */
export function signatureOf(thinking: string, origin: Origin): string {
  const from = originBytes(origin);
  const issued = code(from);
  return Buffer.concat([from, issued, code(from, thinking)]).toString("base64");
}

/** What a returned signature says, held against where the block now stands. */
export function readSignature(thinking: string, signature: string, now: Origin): SignatureReading {
  const bytes = Buffer.from(signature, "base64");
  if (bytes.length !== originLength + 2 * codeLength || bytes.toString("base64") !== signature)
    return { is: "forged" };
  const from = bytes.subarray(0, originLength);
  const issued = bytes.subarray(originLength, originLength + codeLength);
  if (!timingSafeEqual(issued, code(from))) return { is: "forged" };
  if (!timingSafeEqual(bytes.subarray(originLength + codeLength), code(from, thinking)))
    return { is: "edited" };
  const expected = originBytes(now);
  const differs = (start: number, end: number) =>
    !from.subarray(start, end).equals(expected.subarray(start, end));
  const parts = [
    ["system", 5],
    ["tools", 13],
    ["messages", 21],
  ] as const;
  return {
    is: "intact",
    isOfModel: !differs(1, 5),
    changed: parts.filter(([, start]) => differs(start, start + 8)).map(([part]) => part),
  };
}

function originBytes({ modelId, prefix }: Origin): Buffer {
  const model = createHash("sha256").update(modelId).digest().subarray(0, 4);
  return Buffer.concat([Buffer.from([1]), model, prefix.system, prefix.tools, prefix.messages]);
}

function code(from: Buffer, thinking?: string): Buffer {
  const hmac = createHmac("sha256", key).update(from);
  if (thinking !== undefined) hmac.update("\u0000").update(thinking);
  return hmac.digest().subarray(0, codeLength);
}
