import { mountedGateway } from "@/lib/gateway/mounted-gateway";
import { ownOrigin } from "@/lib/server/door/incoming-message";
import type { OpenGateway } from "@/lib/server/run/through-gateway";

/** Puts a run's provider, with the run's key, behind this server's own gateway. */
export const openGateway: OpenGateway = (runId, provider) => ({
  baseURL: `${ownOrigin()}/gateway/~${runId}`,
  close: mountedGateway().register(runId, provider),
});
