// Where does a connection stay on its way, and how many are?
import { readFileSync } from "node:fs";
import { createConnection, type Socket } from "node:net";
import { Worker } from "node:worker_threads";

/** Listens for one connection at a time, and then does nothing any more: it never takes one. */
const listener = `
  const { createServer } = require("node:net");
  const { parentPort } = require("node:worker_threads");
  const server = createServer().listen({ host: "127.0.0.1", port: 0, backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

export type FullListener = {
  readonly port: number;
  /** How many connections to it are on their way, as the kernel counts them: those of the test's own are left out. */
  readonly connecting: () => number;
  readonly close: () => Promise<void>;
};

/** A port of loopback whose queue is full: the kernel answers no further connection, as a firewall that drops packets. */
export async function startFullListener(): Promise<FullListener> {
  const worker = new Worker(listener, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  const fillers: Socket[] = [];
  while (onTheirWay(port) < 2 && fillers.length < 20) {
    fillers.push(createConnection({ host: "127.0.0.1", port }).on("error", () => undefined));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const own = onTheirWay(port);
  return {
    port,
    connecting: () => onTheirWay(port) - own,
    close: async () => {
      for (const socket of fillers) socket.destroy();
      await worker.terminate();
    },
  };
}

/** Sockets in SYN-SENT. */
function onTheirWay(port: number): number {
  const far = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , remote, state]) => remote?.endsWith(far) && state === "02").length;
}
