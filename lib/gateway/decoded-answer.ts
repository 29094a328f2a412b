// How does an answer get through a server that frames bodies itself?

import { pipeline, Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { GatewayResponse } from "./gateway";
import { errorBody, errorCodes, GatewayRefusal } from "./gateway-error";
import { valuesOf } from "./header-pairs";

const decoders: Readonly<Partial<Record<string, () => Transform>>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The same answer without its `content-encoding`: Next.js takes that header off whatever a route answers, and the caller
 * would be left with bytes it cannot read. Decoded as it comes.
 *
 * @returns a 502 of the gateway's where the encoding is not known
 */
export function decodedAnswer(answer: GatewayResponse): GatewayResponse {
  const encodings = valuesOf(answer.headers, "content-encoding")
    .flatMap((value) => value.toLowerCase().split(","))
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== "identity" && encoding !== "");
  if (answer.body === null || encodings.length === 0) return answer;
  const headers = answer.headers.filter(([name]) => !/^content-(encoding|length)$/i.test(name));
  const unknown = encodings.find((encoding) => decoders[encoding] === undefined);
  if (unknown !== undefined) {
    answer.body.destroy();
    const message = `The provider's answer is encoded as ${unknown}. Ask for gzip, deflate, br or identity in accept-encoding.`;
    const refusal = new GatewayRefusal(502, errorCodes.unusableAnswer, message);
    const others = headers.filter(([name]) => name.toLowerCase() !== "content-type");
    const body = Readable.from([Buffer.from(errorBody(refusal))]);
    return { status: refusal.status, headers: [["content-type", "application/json"], ...others], body };
  }
  const body = encodings.reduceRight<Readable>((encoded, encoding) => {
    const decoder = decoders[encoding]?.();
    // Where the answer breaks off or cannot be decoded, so does what is handed on: its reader hears of it.
    return decoder === undefined ? encoded : pipeline(encoded, decoder, () => undefined);
  }, answer.body);
  return { ...answer, headers, body };
}
