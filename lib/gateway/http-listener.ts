// How does a plain Node server put its requests to the gateway?

import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Gateway, GatewaySetting } from "./gateway";
import { headerPairs } from "./header-pairs";
import { pour } from "./pour";

/** A listener for `node:http` with the gateway at its root. */
export function httpListener(gateway: Gateway, setting: GatewaySetting): RequestListener {
  return (incoming, outgoing) => {
    answer(gateway, setting, incoming, outgoing).catch((error: unknown) => breakOff(outgoing, error));
  };
}

async function answer(
  gateway: Gateway,
  setting: GatewaySetting,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on("close", () => gone.abort());
  const [path = "/", query = ""] = (incoming.url ?? "/").split(/\?(.*)/s, 2);
  const { status, headers, body } = await gateway.handle(
    {
      method: incoming.method ?? "GET",
      path,
      query,
      headers: headerPairs(incoming.rawHeaders),
      body: hasBody(incoming) ? incoming.iterator({ destroyOnReturn: false }) : null,
      signal: gone.signal,
    },
    setting,
  );
  outgoing.writeHead(status, headers.flat());
  if (body === null) outgoing.end();
  else await pour(body, outgoing);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

/** As the provider's connection ended: a reset is passed on as one. */
function breakOff(outgoing: ServerResponse, error: unknown): void {
  const isReset =
    error instanceof Error && "syscall" in error && "code" in error && error.code === "ECONNRESET";
  if (isReset) outgoing.socket?.resetAndDestroy();
  outgoing.destroy();
}
