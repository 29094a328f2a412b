// A request written by hand: what no client library lets through, such as a foreign Host.
import { type IncomingMessage, request } from "node:http";

export type RawAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Milliseconds from sending to the last byte. */
  readonly ms: number;
};

export type RawRequest = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** Never throws for a status; the path goes out as it is written. */
export function rawRequest(
  port: number,
  { path, method = "GET", headers = {}, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = performance.now();
    const length =
      body === undefined || "transfer-encoding" in headers
        ? {}
        : { "content-length": String(Buffer.byteLength(body)) };
    const call = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        agent: false,
        headers: { host: `localhost:${port}`, ...length, ...headers },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString("utf8"),
            ms: performance.now() - sent,
          }),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

/** Asks for a WebSocket. @returns the status of the answer: 101 where one was opened */
export async function upgradeStatus(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const call = request({
    host: "127.0.0.1",
    port,
    path,
    agent: false,
    timeout: 10_000,
    headers: {
      host: `localhost:${port}`,
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-key": "bWFkZSB1cCBieSB0ZXN0cw==",
      "sec-websocket-version": "13",
      ...headers,
    },
  });
  call.on("timeout", () => call.destroy(new Error(`${path}: no answer`)));
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    call.on("response", resolve).on("upgrade", resolve).on("error", reject);
  });
  call.end();
  const answer = await answered;
  answer.destroy();
  return answer.statusCode ?? 0;
}
