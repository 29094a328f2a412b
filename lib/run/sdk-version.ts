// Which version of the Anthropic SDK sent a request, by what the request says itself?
import { linesOf } from "./header-lookup";
import type { ProviderRequest } from "./run";

/** `[major, minor, patch]`. */
export type SdkVersion = readonly [number, number, number];

/** @returns the version in `x-stainless-package-version`, null where something else than the Anthropic SDK sent it */
export function sdkVersionOf(request: ProviderRequest): SdkVersion | null {
  return parseSdkVersion(
    linesOf(request.headerSets.fetch, "x-stainless-package-version")?.values[0]?.shown ?? "",
  );
}

/** @returns the version at the beginning of a text, null where there is none */
export function parseSdkVersion(text: string): SdkVersion | null {
  const parts = /^(\d+)\.(\d+)\.(\d+)/.exec(text);
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** @returns true where `version` came out before `other`; an unknown version is before none */
export function isBefore(version: SdkVersion | null, other: SdkVersion): boolean {
  if (version === null) return false;
  const differing = version.findIndex((part, index) => part !== other[index]);
  return differing !== -1 && (version[differing] ?? 0) < (other[differing] ?? 0);
}
