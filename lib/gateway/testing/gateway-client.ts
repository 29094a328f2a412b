// Who calls the gateway in a test? A bare socket that writes exactly what the test wrote down.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, type Socket } from "node:net";
import { inflateRawSync } from "node:zlib";
import { onTestFinished } from "vitest";
import type { GatewaySetting } from "../gateway";
import { serveGateway } from "../serve-gateway";
import type { Upstream } from "../upstreams";

export const stored = { name: "x-api-key", value: "stored-key" };

/** A gateway on a port of its own in front of an upstream. */
export async function startGateway(upstream: Upstream, token?: string) {
  const setting: GatewaySetting = { upstream, token };
  const { server, gateway } = await serveGateway({ host: "127.0.0.1", port: 0, ...setting });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { gateway, port, baseURL: `http://127.0.0.1:${port}` };
}

export type RawCall = {
  readonly socket: Socket;
  /** Everything that has arrived so far. */
  readonly text: () => string;
  /** Resolves with everything once the connection is closed; with the error's code behind it where it was reset. */
  readonly closed: Promise<string>;
};

/** Sends lines as they are, then the body, and stays connected. */
export async function rawCall(port: number, lines: readonly string[], body = ""): Promise<RawCall> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  let text = "";
  let failure = "";
  socket.on("data", (data) => {
    text += data.toString("latin1");
  });
  socket.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code ?? "";
  });
  const closed = new Promise<string>((resolve) => socket.on("close", () => resolve(text + failure)));
  socket.write([...lines, "", body].join("\r\n"), "latin1");
  return { socket, text: () => text, closed };
}

/** What the gateway says it received. */
export function reported(text: string | null): [name: string, value: string, shortened?: boolean][] {
  const report = text?.includes("\r\n")
    ? (/x-gateway-received-headers: (\S+)/i.exec(text)?.[1] ?? "")
    : (text ?? "");
  return JSON.parse(inflateRawSync(Buffer.from(report, "base64url")).toString());
}

/** Resolves as soon as it is so. */
export async function until(isSo: () => boolean, withinMs = 3_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`not so within ${withinMs} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
