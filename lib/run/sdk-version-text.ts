// Which SDK, in which version, made the requests of a run?
import { linesOf } from "./header-lookup";
import type { Run } from "./run";

/**
 * What the requests themselves say comes first (`x-stainless-package-version` of the Anthropic SDK, the `user-agent` of
 * the AI SDK), then what the run was asked to use.
 *
 * @returns `"1.13.0"`, `"ai-sdk/anthropic/3.0.138"`; empty before the first request of a run that names no version
 */
export function sdkVersionText(run: Run): string {
  const { engine } = run.config ?? {};
  const headers = run.turns.flatMap((turn) => turn.requests)[0]?.headerSets.fetch;
  const said = (name: string) => linesOf(headers, name)?.values[0]?.shown ?? "";
  const version = said("x-stainless-package-version");
  if (version !== "") return version;
  const products = said("user-agent").split(/\s+/);
  const aiSdk = products.filter((product) => /^(ai|ai-sdk\/[\w-]+)\/\d/.test(product));
  if (aiSdk.length > 0) return aiSdk.join(" ");
  return engine !== undefined && engine.kind !== "ai-sdk" ? (engine.sdkVersion ?? "") : "";
}
