// Who answers the runs of a command, where no address is named?
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serveGateway } from "@/lib/gateway/serve-gateway";
import type { RunRequest } from "@/lib/protocol/run-request";
import type { OpenGateway } from "@/lib/server/run/through-gateway";
import { scriptSchema } from "@/lib/simulator/script/script";
import { serve } from "@/lib/simulator/serve";

export type EmbeddedEndpoints = {
  /** Plays the request's script under the run's own path. @returns where it answers */
  readonly simulatorURL: (runId: string, request: RunRequest) => string;
  readonly openGateway: OpenGateway;
  readonly close: () => void;
};

const anyPort = { host: "127.0.0.1", port: 0 };

/** A simulator, and a gateway for whatever provider a run has, on free ports of this machine. */
export async function startEmbedded(): Promise<EmbeddedEndpoints> {
  const { server, simulator } = await serve(anyPort);
  // A request that names no run has nowhere to go: the discard port answers nobody.
  const front = await serveGateway({
    ...anyPort,
    upstream: { baseURL: "http://127.0.0.1:9" },
    token: undefined,
  });
  return {
    simulatorURL: (runId, { scenario }) => {
      if (scenario === undefined || typeof scenario === "string") return originOf(server);
      simulator.registerScript(runId, scriptSchema.parse(scenario));
      return `${originOf(server)}/~${runId}`;
    },
    openGateway: (runId, provider) => ({
      baseURL: `${originOf(front.server)}/~${runId}`,
      close: front.gateway.register(runId, provider),
    }),
    close: () => {
      for (const each of [front.server, server]) {
        each.closeAllConnections();
        each.close();
      }
    },
  };
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
