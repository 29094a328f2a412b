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
};

/** @param answer called once the head of a request is whole; the nth connection has the number n, from 1 */
export async function startRawUpstream(answer: (connection: RawConnection, number: number) => void) {
  const connections: RawConnection[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let text = "";
    socket.on("data", (data) => {
      const before = text.indexOf("\r\n\r\n");
      text += data.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      if (before >= 0 || end < 0) return;
      const head = text.slice(0, end);
      const connection = { socket, head, lines: head.split("\r\n"), body: () => text.slice(end + 4) };
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
