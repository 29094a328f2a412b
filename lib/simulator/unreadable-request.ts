// What is answered to a request that is no HTTP, or whose headers are too long to be read?

import type { Duplex } from "node:stream";
import { errorEnvelope } from "./api/api-error";
import { seededId } from "./json/seed";

/** A listener for `clientError` of `node:http`, which would answer without a body. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === "HPE_HEADER_OVERFLOW";
  const [status, reason] = isTooLong ? [431, "Request Header Fields Too Large"] : [400, "Bad Request"];
  const message = isTooLong
    ? "The request's headers are too long"
    : `The request is not valid HTTP: ${error.message}`;
  const requestId = seededId("req_", `${error.code} ${error.message}`);
  const body = errorEnvelope({ status, type: "invalid_request_error", message }, requestId);
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    `request-id: ${requestId}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
