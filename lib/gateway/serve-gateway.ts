// How does the gateway run alone, without the playground around it?

import { createServer, type Server } from "node:http";
import { createGateway, type Gateway, type GatewaySetting } from "./gateway";
import { httpListener } from "./http-listener";

/**
 * Serves a gateway of its own in front of a provider; resolves once it listens.
 *
 * @param port 0 is any free one
 */
export function serveGateway({
  host,
  port,
  ...setting
}: GatewaySetting & { readonly host: string; readonly port: number }): Promise<{
  server: Server;
  gateway: Gateway;
}> {
  const gateway = createGateway();
  const server = createServer({ maxHeaderSize: 64 * 1024 }, httpListener(gateway, setting));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve({ server, gateway }));
  });
}
