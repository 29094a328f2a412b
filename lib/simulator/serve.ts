// How does the simulator run alone, without the playground around it?

import { createServer, type Server } from "node:http";
import { httpListener } from "./http-listener";
import { recordingSimulator } from "./received/recording-simulator";
import { createSimulator, type Simulator } from "./simulator";

/** Serves a simulator of its own; resolves once it listens. @param port 0 is any free one */
export function serve({
  host,
  port,
}: {
  host: string;
  port: number;
}): Promise<{ server: Server; simulator: Simulator }> {
  const simulator = recordingSimulator(createSimulator());
  const server = createServer(httpListener(simulator));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve({ server, simulator }));
  });
}
