// Which versions of @anthropic-ai/sdk can drive a run, how is each loaded, and what can it do?
import * as newestSdk from "@anthropic-ai/sdk";
import { ToolError as newestToolError } from "@anthropic-ai/sdk/lib/tools/ToolError";
import { VERSION } from "@anthropic-ai/sdk/version";
import type { SdkAbilities } from "@/lib/protocol/engine-catalogue";
import { FieldError } from "../door/field-error";
import type { SdkModule } from "./sdk-module";

export type SdkVersion = {
  readonly version: string;
  /** An older version is read from disk when a run asks for it, and not before. */
  readonly load: () => Promise<SdkModule>;
  readonly abilities: SdkAbilities;
};

const since1x0: SdkAbilities = {
  threads: false,
  eager: true,
  compaction: "compactBeforeNextTurn",
  perCallHeaders: "kept",
  environmentHeaders: true,
  credentialHeader: "authorization",
  betaQuery: true,
  apiVersion: "2026-10-21",
};
const since1x3: SdkAbilities = { ...since1x0, threads: true, betaQuery: false };
const before1x0: SdkAbilities = { ...since1x0, credentialHeader: "x-api-key", apiVersion: "2023-06-01" };

/** Newest first. One more version is a line in package.json (`"sdk-<version>": "npm:@anthropic-ai/sdk@<version>"`) and one here. */
export const sdkVersions: readonly [SdkVersion, ...SdkVersion[]] = [
  {
    version: VERSION,
    load: async () => ({ ...newestSdk, ToolError: newestToolError }),
    abilities: since1x3,
  },
  {
    version: "1.11.0",
    load: async () => ({
      ...(await import("sdk-1.11.0")),
      ...(await import("sdk-1.11.0/lib/tools/ToolError")),
    }),
    abilities: since1x3,
  },
  {
    version: "1.0.0",
    load: async () => ({
      ...(await import("sdk-1.0.0")),
      ...(await import("sdk-1.0.0/lib/tools/ToolError")),
    }),
    abilities: since1x0,
  },
  {
    version: "0.137.0",
    load: async () => ({
      ...(await import("sdk-0.137.0")),
      ...(await import("sdk-0.137.0/lib/tools/ToolError")),
    }),
    abilities: before1x0,
  },
  {
    version: "0.80.0",
    load: async () => ({
      ...(await import("sdk-0.80.0")),
      ...(await import("sdk-0.80.0/lib/tools/ToolError")),
    }),
    abilities: {
      ...before1x0,
      eager: false,
      compaction: "compactionControl",
      perCallHeaders: "lost-on-compaction",
      environmentHeaders: false,
    },
  },
  {
    version: "0.63.1",
    load: async () => ({ ...(await import("sdk-0.63.1")) }),
    abilities: {
      ...before1x0,
      eager: false,
      compaction: "none",
      perCallHeaders: "ignored",
      environmentHeaders: false,
    },
  },
];

/**
 * @param version in full, or undefined for the newest
 * @throws FieldError (`engine.sdkVersion`) naming the versions there are
 */
export function sdkVersionOf(version: string | undefined): SdkVersion {
  const found = version === undefined ? sdkVersions[0] : sdkVersions.find((each) => each.version === version);
  if (found !== undefined) return found;
  const known = sdkVersions.map((each) => each.version).join(", ");
  throw new FieldError(
    "engine.sdkVersion",
    `version ${version} of @anthropic-ai/sdk is not installed here: use one of ${known}, or leave it out for the newest`,
  );
}
