// How does a run make its client of any SDK version?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import type { EngineContext } from "./engine";
import type { SdkClient, SdkModule } from "./sdk-module";

/**
 * @param options.maxRetries how often the SDK itself may repeat a failed request; each attempt crosses `fetch`, so none is
 * secret
 * @param options.defaultHeaders in place of those the run asks for
 */
export function sdkClient(
  sdk: SdkModule,
  { credential, baseURL, request, fetch }: EngineContext,
  {
    maxRetries,
    defaultHeaders = request.headers.default,
  }: { readonly maxRetries: number; readonly defaultHeaders?: readonly HeaderEntry[] },
): SdkClient {
  return new sdk.Anthropic({
    apiKey: null,
    authToken: null,
    ...credential,
    baseURL,
    fetch,
    defaultHeaders: headerPairs(defaultHeaders),
    maxRetries,
    // The run's own limit holds; a time limit here also lifts the SDK's refusal of long answers that are not streamed.
    timeout: request.limits.totalTimeoutMs,
    // On malformed data the SDK would print the raw chunk, with whatever secret it holds.
    logLevel: "off",
  });
}

/** As pairs, so that a repeated name stays repeated. */
export function headerPairs(entries: readonly HeaderEntry[]): [string, string][] {
  return entries.map(({ name, value }) => [name, value]);
}
