// Does the compact hook have the beta it needs, and how is it added?
import { parsedJsonObject } from "@/lib/protocol/parsed-json";
import type { SdkVersion } from "./engine-catalogue";
import type { SetupDraft } from "./setup-draft";

/** What `compactBeforeNextTurn` needs and the runner never adds. Source: `BetaToolRunner.d.ts` since 0.129. */
const beta = "compact-2026-09-04";

export type CompactionNote = {
  readonly text: string;
  /** The parameters with the beta in them; null where nothing can be added. */
  readonly paramsText: string | null;
};

/** @returns what stands in the way of a compaction; null where nothing does, or the version is not known yet */
export function compactionNote(draft: SetupDraft, version: SdkVersion | null): CompactionNote | null {
  if (version === null) return null;
  if (version.compaction === "none")
    return { text: `The tool runner of SDK ${version.version} cannot compact.`, paramsText: null };
  if (version.compaction !== "compactBeforeNextTurn" || namesBeta(draft)) return null;
  return {
    text: `Needs the beta ${beta}, which the runner does not add by itself.`,
    paramsText: withBeta(draft.paramsText),
  };
}

function namesBeta({ paramsText, defaultHeaders, perRequestHeaders }: SetupDraft): boolean {
  const headers = [...defaultHeaders, ...perRequestHeaders].filter(
    ({ name }) => name.toLowerCase() === "anthropic-beta",
  );
  return paramsText.includes(`"${beta}"`) || headers.some(({ value }) => value.includes(beta));
}

/** Only what can be read is added to: text that is no JSON object stays as its author left it. */
function withBeta(paramsText: string): string | null {
  const params = paramsText.trim() === "" ? {} : parsedJsonObject(paramsText);
  if (params === null) return null;
  const betas = Array.isArray(params.betas) ? params.betas : [];
  return JSON.stringify({ ...params, betas: [...betas, beta] }, null, 2);
}
