// How does a run make its client of any SDK version?
import type { HeaderEntry } from "@/lib/protocol/header-entry";
import type { EngineContext } from "./engine";
import type { SdkClient, SdkModule } from "./sdk-module";

/** @param maxRetries how often the SDK itself may repeat a failed request; each attempt crosses `fetch`, so none is secret */
export function sdkClient(
  sdk: SdkModule,
  { credential, baseURL, request, fetch }: EngineContext,
  { maxRetries }: { readonly maxRetries: number },
): SdkClient {
  return new sdk.Anthropic({
    apiKey: null,
    authToken: null,
    ...credential,
    baseURL,
    fetch,
    defaultHeaders: headerPairs(request.headers.default),
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
