// Which combinations does the header lab check, and how does the address say so?
import {
  type CheckChoice,
  checkEngines,
  checkRoutes,
  headerKinds,
} from "@/lib/run/header-check/check-choice";
import { setUrlParam } from "./url-params";

export const choiceParams = {
  engines: "engines",
  sdkVersions: "sdk",
  kinds: "headers",
  routes: "route",
} as const satisfies Record<keyof CheckChoice, string>;

/** In the address where nothing is chosen: an absent parameter says the usual choice. */
const none = "none";

/** @returns what the lab checks where the address says nothing: everything a server without an environment can answer */
export function usualChoice(installed: readonly string[]): CheckChoice {
  return {
    engines: checkEngines,
    sdkVersions: installed,
    kinds: headerKinds.filter((kind) => kind !== "environment"),
    routes: ["direct"],
  };
}

/**
 * What is chosen stands in the order of the lab, not in that of the address. A version that is not installed stays: its
 * runs say so.
 *
 * @param installed versions of the SDK, in the order they are listed
 */
export function choiceOf(text: (param: string) => string, installed: readonly string[]): CheckChoice {
  const usual = usualChoice(installed);
  const sdkVersions = listed(text(choiceParams.sdkVersions));
  return {
    engines: picked(text(choiceParams.engines), checkEngines, usual.engines),
    sdkVersions:
      sdkVersions === null
        ? usual.sdkVersions
        : [
            ...installed.filter((version) => sdkVersions.includes(version)),
            ...sdkVersions.filter((version) => !installed.includes(version)),
          ],
    kinds: picked(text(choiceParams.kinds), headerKinds, usual.kinds),
    routes: picked(text(choiceParams.routes), checkRoutes, usual.routes),
  };
}

/** Writes one part of the choice into the address; the usual one needs no words. */
export function choose(
  part: keyof CheckChoice,
  values: readonly string[],
  installed: readonly string[],
): void {
  const usual: readonly string[] = usualChoice(installed)[part];
  const isUsual = values.length === usual.length && usual.every((value) => values.includes(value));
  setUrlParam(choiceParams[part], isUsual ? "" : values.length === 0 ? none : values.join(","));
}

function picked<Value extends string>(
  text: string,
  all: readonly Value[],
  usual: readonly Value[],
): readonly Value[] {
  const values = listed(text);
  return values === null ? usual : all.filter((value) => values.includes(value));
}

/** @returns null where the address says nothing */
function listed(text: string): readonly string[] | null {
  if (text === "") return null;
  if (text === none) return [];
  return [...new Set(text.split(",").map((value) => value.trim()))].filter((value) => value !== "");
}
