// Which facts about headers does a check of the published packages reproduce?
import { isBefore, parseSdkVersion } from "../sdk-version";
import type { CheckPlace } from "./check-cell";
import type { CheckVerdict } from "./check-verdict";
import type { HeaderBreak } from "./header-verdict";

export type CheckFact = {
  readonly id: string;
  /** One sentence. */
  readonly text: string;
  /** Whether a cell is one the fact speaks of. */
  readonly isAbout: (place: CheckPlace) => boolean;
  readonly holds: (verdict: CheckVerdict, place: CheckPlace) => boolean;
};

/** `open` is a fact none of whose cells has an answer yet. */
export type FactState = {
  readonly state: "open" | "holds" | "contradicted";
  /** How many of the cells at hand it speaks of, how many of those have an answer, and how many agree. */
  readonly cells: number;
  readonly answered: number;
  readonly agreeing: number;
};

const isRunner = ({ engine }: CheckPlace) => engine === "tool-runner" || engine === "tool-runner-no-thread";
const isBeforeVersion = ({ sdkVersion }: CheckPlace, ...version: [number, number, number]) =>
  isBefore(sdkVersion === null ? null : parseSdkVersion(sdkVersion), version);
const breaksOf = (verdict: CheckVerdict, source: string): readonly HeaderBreak[] =>
  verdict.headers.filter((header) => header.source === source).flatMap(({ breaks }) => breaks);
const isOnEvery = (breaks: readonly HeaderBreak[], { requests }: CheckVerdict, fate: HeaderBreak["fate"]) =>
  breaks.length >= requests && breaks.every((each) => each.fate === fate && each.point === "fetch");
const hasArrived = ({ fate }: CheckVerdict) => fate === "arrived";

/** Measured with the published packages; `lib/server/header-check.test.ts` holds every cell against them. */
export const checkFacts: readonly CheckFact[] = [
  {
    id: "default-kept",
    text: "Default headers are on every request: of every engine, in every version.",
    isAbout: ({ kind }) => kind === "default",
    holds: hasArrived,
  },
  {
    id: "per-call-ignored",
    text: "The tool runner of SDK 0.63 ignores its second argument, and with it the headers of the call.",
    isAbout: (place) => place.kind === "per-request" && isRunner(place) && isBeforeVersion(place, 0, 64, 0),
    holds: (verdict) => isOnEvery(breaksOf(verdict, "per-request"), verdict, "missing"),
  },
  {
    id: "per-call-compaction",
    text: "From 0.71.2 to 0.82 the tool runner loses the headers of the call on its compaction request.",
    isAbout: (place) =>
      place.kind === "per-request" &&
      isRunner(place) &&
      !isBeforeVersion(place, 0, 71, 2) &&
      isBeforeVersion(place, 0, 84, 0),
    holds: (verdict) => {
      const breaks = breaksOf(verdict, "per-request");
      return breaks.length > 0 && breaks.every((each) => each.kind === "compaction");
    },
  },
  {
    id: "beta-replaced",
    text: "anthropic-beta is replaced, not merged: the betas of the call take the place of the client's.",
    isAbout: ({ kind, engine }) => kind === "betas" && engine !== "ai-sdk",
    holds: (verdict) => {
      const breaks = breaksOf(verdict, "default");
      return breaks.length > 0 && breaks.every((each) => each.fate === "replaced");
    },
  },
  {
    id: "thread-beta",
    text: "Since 1.2 the runner's own thread beta takes the place of an anthropic-beta of the client.",
    isAbout: (place) =>
      place.kind === "beta" && place.engine === "tool-runner" && !isBeforeVersion(place, 1, 2, 0),
    holds: (verdict) => isOnEvery(breaksOf(verdict, "default"), verdict, "replaced"),
  },
  {
    id: "betas-merged",
    text: "The AI SDK merges the betas of the client and of the call.",
    isAbout: ({ kind, engine }) => kind === "betas" && engine === "ai-sdk",
    holds: hasArrived,
  },
  {
    id: "key-header",
    text: "Since 1.0 the key travels as authorization: Bearer, before and in the AI SDK as x-api-key.",
    isAbout: ({ kind }) => kind === "key",
    holds: (verdict, place) => {
      const isOld = place.sdkVersion === null || isBeforeVersion(place, 1, 0, 0);
      return isOld
        ? hasArrived(verdict)
        : verdict.headers.every(({ carriedBy, fate }) => fate === "renamed" && carriedBy === "authorization");
    },
  },
  {
    id: "second-request",
    text: "Since 1.2 the runner's second request carries neither system nor tools: it continues a thread.",
    isAbout: (place) => place.engine === "tool-runner" && !isBeforeVersion(place, 1, 2, 0),
    holds: ({ followUp }) =>
      followUp !== null && !followUp.hasSystem && !followUp.hasTools && followUp.thread === "continue",
  },
  {
    id: "environment-ignored",
    text: "SDK 0.80 and older, and the AI SDK, do not read ANTHROPIC_CUSTOM_HEADERS.",
    isAbout: (place) =>
      place.kind === "environment" && (place.engine === "ai-sdk" || isBeforeVersion(place, 0, 81, 0)),
    holds: (verdict) => isOnEvery(breaksOf(verdict, "environment"), verdict, "missing"),
  },
];

/**
 * @param places the cells at hand
 * @param verdictOf null where a cell has no answer yet
 */
export function factState<Place extends CheckPlace>(
  fact: CheckFact,
  places: readonly Place[],
  verdictOf: (place: Place) => CheckVerdict | null,
): FactState {
  const about = places.filter(fact.isAbout);
  const answers = about.flatMap((place) => {
    const verdict = verdictOf(place);
    return verdict === null ? [] : [fact.holds(verdict, place)];
  });
  const agreeing = answers.filter(Boolean).length;
  const state = answers.length === 0 ? "open" : agreeing === answers.length ? "holds" : "contradicted";
  return { state, cells: about.length, answered: answers.length, agreeing };
}
