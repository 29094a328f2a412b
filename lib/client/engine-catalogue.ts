// Which SDK versions can a run be driven with, and what does each do?
import { isJsonObject } from "@/lib/protocol/json-object";
import { apiResource } from "./api-resource";
import { flagOf, objectsIn, textOf } from "./json-fields";

export type SdkVersion = {
  readonly version: string;
  readonly newest: boolean;
  /** Whether its tool runner goes over message threads unless told not to. */
  readonly threads: boolean;
  readonly eager: boolean;
  /** How its tool runner compacts: `none`, `compactionControl` or `compactBeforeNextTurn`. */
  readonly compaction: string;
  /** What becomes of headers given to the tool runner's call. */
  readonly perCallHeaders: string;
  /** Which header carries an API key. */
  readonly credentialHeader: string;
};

/** Newest first. */
export const engineCatalogue = apiResource("/api/engines", (answer) => ({
  sdkVersions: objectsIn(answer, "sdkVersions").map(({ version, newest, abilities }): SdkVersion => {
    const can = isJsonObject(abilities) ? abilities : {};
    return {
      version: textOf(version, ""),
      newest: flagOf(newest, false),
      threads: flagOf(can.threads, true),
      eager: flagOf(can.eager, true),
      compaction: textOf(can.compaction, "none"),
      perCallHeaders: textOf(can.perCallHeaders, "kept"),
      credentialHeader: textOf(can.credentialHeader, "authorization"),
    };
  }),
}));

/**
 * @param version empty for the newest
 * @returns what that version does; null where it is not known (yet)
 */
export function abilitiesOf(versions: readonly SdkVersion[], version: string): SdkVersion | null {
  return versions.find((each) => (version === "" ? each.newest : each.version === version)) ?? null;
}
