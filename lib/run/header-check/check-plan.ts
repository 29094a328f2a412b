// Which runs does a header check consist of?
import type { EngineCatalogue, SdkAbilities } from "@/lib/protocol/engine-catalogue";
import type { CheckCell, CheckPlace } from "./check-cell";
import {
  type CheckChoice,
  type CheckEngine,
  type CheckRoute,
  checkEngineTitles,
  checkRouteTitles,
  type HeaderKind,
  headerKindTitles,
} from "./check-choice";
import { headersOfKind, type SetHeaders } from "./check-headers";
import { type CheckTarget, checkRequest } from "./check-request";

export type CheckSetting = CheckTarget & {
  readonly catalogue: EngineCatalogue;
  /** What is set and wanted in place of the check's own headers. */
  readonly headersOf?: (kind: HeaderKind) => SetHeaders;
};

/**
 * Combinations that cannot be are in the plan too, with the reason. A version that is not in the catalogue is planned as
 * it stands: who carries the run out refuses it with the names of those there are.
 *
 * @returns one cell per combination: engines first, then versions, kinds and routes, each in the order chosen
 */
export function checkPlan(choice: CheckChoice, setting: CheckSetting): CheckCell[] {
  const { catalogue } = setting;
  const aiSdk = catalogue.engines.find(({ kind }) => kind === "ai-sdk")?.version ?? "";
  return choice.engines.flatMap((engine) => {
    const versions = engine === "ai-sdk" ? [null] : choice.sdkVersions;
    return versions.flatMap((sdkVersion) =>
      choice.kinds.flatMap((kind) =>
        choice.routes.map((route) =>
          checkCell(placeOf(engine, sdkVersion, kind, route, sdkVersion ?? aiSdk), setting),
        ),
      ),
    );
  });
}

function placeOf(
  engine: CheckEngine,
  sdkVersion: string | null,
  kind: HeaderKind,
  route: CheckRoute,
  version: string,
): CheckPlace {
  return {
    id: `${engine}${sdkVersion === null ? "" : `@${sdkVersion}`}/${kind}/${route}`,
    engine,
    sdkVersion,
    kind,
    route,
    labels: {
      engine: checkEngineTitles[engine],
      version,
      kind: headerKindTitles[kind],
      route: checkRouteTitles[route],
    },
  };
}

function checkCell(place: CheckPlace, setting: CheckSetting): CheckCell {
  const abilities =
    setting.catalogue.sdkVersions.find(({ version }) => version === place.sdkVersion)?.abilities ?? null;
  const reason = notApplicable(place, abilities, setting.environment);
  if (reason !== null) return { ...place, status: "not-applicable", reason };
  const headers = setting.headersOf?.(place.kind) ?? headersOfKind(place.kind, setting.environment);
  return {
    ...place,
    status: "planned",
    ...checkRequest(place, headers, abilities, setting),
  };
}

function notApplicable(
  { engine, kind, sdkVersion }: CheckPlace,
  abilities: SdkAbilities | null,
  environment: readonly string[],
): string | null {
  if (engine === "tool-runner-no-thread" && abilities?.threads === false)
    return `The tool runner of SDK ${sdkVersion} knows no threads: without one it is the tool runner itself.`;
  if (kind === "environment" && environment.length === 0)
    return 'Headers of the environment cannot be set for a single run. Start the server with one: ANTHROPIC_CUSTOM_HEADERS="X-Env: e" npm start';
  return null;
}
