// Who stands behind the gateway in a test? A bare socket that shows every byte it got and says what the test wrote down.
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export type RawConnection = {
  readonly socket: Socket;
  /** The head of the request, as it stood on the wire. */
  readonly head: string;
  readonly lines: readonly string[];
  /** What has arrived of the body so far, and goes on growing. */
  readonly body: () => string;
  /** How many bytes of the body have arrived. */
  readonly received: () => number;
};

/** @param answer called once the head of a request is whole; the nth connection has the number n, from 1 */
export async function startRawUpstream(answer: (connection: RawConnection, number: number) => void) {
  const connections: RawConnection[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let head = "";
    const body: string[] = [];
    let received = 0;
    const take = (text: string) => {
      body.push(text);
      received += text.length;
    };
    socket.on("data", (data) => {
      if (body.length > 0) return take(data.toString("latin1"));
      const [all, ...rest] = (head + data.toString("latin1")).split("\r\n\r\n");
      head = [all, ...rest].join("\r\n\r\n");
      if (all === undefined || rest.length === 0) return;
      take(rest.join("\r\n\r\n"));
      const lines = all.split("\r\n");
      const connection = { socket, head: all, lines, body: () => body.join(""), received: () => received };
      connections.push(connection);
      answer(connection, connections.length);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { baseURL: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, connections };
}

/** A whole answer as it stands on the wire. */
export function rawAnswer(status: string, headers: readonly string[], body = ""): string {
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [`HTTP/1.1 ${status}`, ...headers, length, "connection: close", "", body].join("\r\n");
}
