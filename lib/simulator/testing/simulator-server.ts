// How do tests reach the simulator over a real socket, as a client would?

import { createServer } from "node:http";
import { httpListener } from "../http-listener";
import type { Simulator } from "../simulator";

/** Serves a simulator on a loopback port of the system's choice. */
export async function serveSimulator(
  simulator: Simulator,
): Promise<{ baseURL: string; close: () => Promise<void> }> {
  const server = createServer(httpListener(simulator));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseURL: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
