// Which engines and SDK versions does a server have, and what can each do?
import { z } from "zod";

/**
 * What one version of `@anthropic-ai/sdk` does, as measured with the published package. `perCallHeaders` is about the
 * second argument of `toolRunner(params, { headers })`.
 */
export type SdkAbilities = z.infer<typeof sdkAbilitiesSchema>;
export const sdkAbilitiesSchema = z.strictObject({
  /** Whether its tool runner goes over message threads unless told not to. */
  threads: z.boolean(),
  /** Whether its tool runner knows `runToolsEagerly`. */
  eager: z.boolean(),
  /** How its tool runner has a conversation summarised: `compactionControl` in the parameters, or a method. */
  compaction: z.enum(["none", "compactionControl", "compactBeforeNextTurn"]),
  perCallHeaders: z.enum(["kept", "ignored", "lost-on-compaction"]),
  /** Whether it reads `ANTHROPIC_CUSTOM_HEADERS`. */
  environmentHeaders: z.boolean(),
  /** Which header carries an API key. */
  credentialHeader: z.enum(["x-api-key", "authorization"]),
  /** Whether it appends `?beta=true` to the address of beta calls, which all engines make. */
  betaQuery: z.boolean(),
  /** Its `anthropic-version`. */
  apiVersion: z.string(),
});

/** A version that is installed, newest first in the catalogue. */
export type SdkVersionInfo = z.infer<typeof sdkVersionInfoSchema>;
export const sdkVersionInfoSchema = z.strictObject({
  version: z.string(),
  /** What a run gets that names no version. */
  newest: z.boolean(),
  abilities: sdkAbilitiesSchema,
});

/** The answer of `GET /api/engines`. */
export type EngineCatalogue = z.infer<typeof engineCatalogueSchema>;
export const engineCatalogueSchema = z.strictObject({
  engines: z.array(
    z.strictObject({
      kind: z.enum(["manual", "tool-runner", "ai-sdk"]),
      title: z.string(),
      /** The npm package that makes the requests. */
      package: z.string(),
      /** The one version of that package; null where `engine.sdkVersion` chooses among `sdkVersions`. */
      version: z.string().nullable(),
    }),
  ),
  sdkVersions: z.array(sdkVersionInfoSchema),
});
