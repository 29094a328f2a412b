// Where do the requests of a run go, and with which key?
import type { ProviderChoice } from "@/lib/protocol/run-request";
import { FieldError } from "../door/field-error";
import type { EngineContext } from "../engines/engine";
import type { Environment } from "../environment";

export type ProviderEndpoint = {
  readonly baseURL: string;
  readonly credential: EngineContext["credential"];
  readonly from: "request" | "environment" | "placeholder";
};

/** What a client without a key sends: the far end either needs none or holds the key itself, as gateways do. */
const placeholder = { apiKey: "not-used" };

/**
 * The server's own key goes to Anthropic's API only, or to the base URL set beside it, never to an address that came
 * with a request.
 *
 * @param simulatorURL where the embedded simulator, or a recording, answers for this run
 * @throws FieldError where Anthropic is chosen and no key is to be had
 */
export function providerEndpoint(
  provider: ProviderChoice,
  environment: Environment,
  simulatorURL: string,
): ProviderEndpoint {
  if (provider.kind === "simulator" || provider.kind === "recorded")
    return { baseURL: simulatorURL, credential: placeholder, from: "placeholder" };
  if (provider.kind === "custom") {
    const { apiKey, baseURL } = provider;
    if (apiKey === undefined) return { baseURL, credential: placeholder, from: "placeholder" };
    return { baseURL, credential: { apiKey }, from: "request" };
  }
  const baseURL = environment.baseURL ?? "https://api.anthropic.com";
  if (provider.apiKey !== undefined)
    return { baseURL, credential: { apiKey: provider.apiKey }, from: "request" };
  const { apiKey, authToken } = environment;
  if (apiKey !== undefined) return { baseURL, credential: { apiKey }, from: "environment" };
  if (authToken !== undefined) return { baseURL, credential: { authToken }, from: "environment" };
  throw new FieldError(
    "provider.apiKey",
    "No API key: type one into the setup, or set ANTHROPIC_API_KEY and start the server again. The simulator needs none.",
  );
}
