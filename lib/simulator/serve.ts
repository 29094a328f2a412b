// How does the simulator run alone, without the playground around it?

import { createServer, type Server } from "node:http";
import { httpListener } from "./http-listener";
import { recordingSimulator } from "./received/recording-simulator";
import { createSimulator, type Simulator } from "./simulator";
import { answerUnreadable } from "./unreadable-request";

/** As in the playground: Node's own 16 kB are less than one long header somebody may try. */
const mostHeaderBytes = 65_536;

/** Serves a simulator of its own; resolves once it listens. @param port 0 is any free one */
export function serve({
  host,
  port,
}: {
  host: string;
  port: number;
}): Promise<{ server: Server; simulator: Simulator }> {
  const simulator = recordingSimulator(createSimulator());
  const server = createServer({ maxHeaderSize: mostHeaderBytes }, httpListener(simulator));
  server.on("clientError", answerUnreadable);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve({ server, simulator }));
  });
}
