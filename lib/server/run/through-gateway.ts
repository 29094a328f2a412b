// How does a run go through the embedded gateway instead of straight to its provider?

import type { RunPlan } from "./run-plan";

/** Puts a run's provider behind the gateway, under the run's own address. */
export type OpenGateway = (
  runId: string,
  provider: {
    readonly baseURL: string;
    readonly credential: { readonly name: string; readonly value: string };
  },
) => { readonly baseURL: string; readonly close: () => void };

/** What a client sends that leaves the key to the gateway. */
const placeholder = { apiKey: "not-used" };

/**
 * The plan as the engine gets it: the gateway's address and no key, which the gateway now holds.
 *
 * @returns also how to take the provider away from the gateway again, once the run has ended
 */
export function throughGateway(
  plan: RunPlan,
  runId: string,
  open: OpenGateway,
): { readonly plan: RunPlan; readonly close: () => void } {
  if (plan.request.provider.gateway !== true) return { plan, close: () => undefined };
  const { baseURL, credential, from } = plan.endpoint;
  const passage = open(runId, { baseURL, credential: headerOf(credential) });
  return {
    plan: { ...plan, endpoint: { baseURL: passage.baseURL, credential: placeholder, from } },
    close: passage.close,
  };
}

function headerOf(credential: RunPlan["endpoint"]["credential"]) {
  return "apiKey" in credential
    ? { name: "x-api-key", value: credential.apiKey }
    : { name: "authorization", value: `Bearer ${credential.authToken}` };
}
