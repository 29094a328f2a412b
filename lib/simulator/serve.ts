// How does the simulator run alone, without the playground around it?

import { createServer, type Server } from "node:http";
import { httpListener } from "./http-listener";
import { recordingSimulator } from "./received/recording-simulator";
import type { Pace } from "./script/script";
import { createSimulator } from "./simulator";

/** Serves a simulator of its own; resolves once it listens. @param port 0 is any free one */
export function serve({ host, port, pace }: { host: string; port: number; pace?: Pace }): Promise<Server> {
  const simulator = recordingSimulator(createSimulator(pace === undefined ? {} : { pace }));
  const server = createServer(httpListener(simulator));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
