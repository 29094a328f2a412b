// What does the real machine make of one cell of a header check, on loopback?
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serveGateway } from "@/lib/gateway/serve-gateway";
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { type CheckVerdict, checkVerdict } from "@/lib/run/header-check/check-verdict";
import { runOf } from "@/lib/run/reduce-run";
import { scriptSchema } from "@/lib/simulator/script/script";
import { serve } from "@/lib/simulator/serve";
import type { OpenGateway } from "../run/through-gateway";
import { recordRun } from "./recorded-run";

export type CheckBench = {
  readonly verdict: (cell: PlannedCell) => Promise<CheckVerdict>;
  readonly close: () => void;
};

/** A simulator and a gateway in front of it; each run plays its script under a name of its own. */
export async function startCheckBench(): Promise<CheckBench> {
  const { server, simulator } = await serve({ host: "127.0.0.1", port: 0 });
  const setting = { upstream: { baseURL: "http://127.0.0.1:9" }, token: undefined };
  const front = await serveGateway({ host: "127.0.0.1", port: 0, ...setting });
  const openGateway: OpenGateway = (runId, provider) => ({
    baseURL: `${originOf(front.server)}/~${runId}`,
    close: front.gateway.register(runId, provider),
  });
  let count = 0;
  return {
    verdict: async ({ request, ...cell }) => {
      count += 1;
      const name = `check-${count}`;
      simulator.registerScript(name, scriptSchema.parse(request.scenario));
      const { provider, ...fields } = request;
      const { events } = await recordRun(`${originOf(server)}/~${name}`, fields, {
        variables: { ANTHROPIC_CUSTOM_HEADERS: process.env.ANTHROPIC_CUSTOM_HEADERS ?? "" },
        ...(provider.gateway === true ? { gateway: openGateway } : {}),
      });
      const verdict = checkVerdict(cell, runOf(events));
      if (verdict === null) throw new Error("the run has not ended");
      return verdict;
    },
    close: () => {
      for (const each of [server, front.server]) {
        each.closeAllConnections();
        each.close();
      }
    },
  };
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
