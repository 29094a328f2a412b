// Which script answers under a name, and how long is it kept?

import { z } from "zod";
import { type AttemptCounter, createAttemptCounter } from "./faults/attempt-counter";
import { type Fault, faultSchema } from "./faults/fault";
import { faultOfPath, faultPathNames } from "./faults/fault-path";
import { type Pace, type Script, scriptSchema } from "./script/script";

/** What stands behind a name in the path: a script to play or, without one, the heuristic model. */
export type Playable = {
  readonly script?: Script;
  readonly faults: readonly Fault[];
  readonly pace?: Pace;
  readonly attempts: AttemptCounter;
};

export type PlayableSource = {
  readonly script?: Script;
  readonly faults?: readonly Fault[];
  readonly pace?: Pace;
};

/** Built-in names and fault paths that were used; there are more fault paths than anyone means. */
const maxShared = 500;
const maxAgeMs = 24 * 60 * 60_000;

/** Built-in scenarios stay; registered scripts are bounded in number and age, the least recently used going first. */
export function createScriptShelf(
  builtIn: ReadonlyMap<string, PlayableSource>,
  maxScripts: number,
  now = Date.now,
) {
  const shared = new Map<string, Playable>();
  const registered = new Map<string, Playable & { usedAt: number }>();

  return {
    find(name: string): Playable | undefined {
      const own = registered.get(name);
      if (own !== undefined && now() - own.usedAt < maxAgeMs) {
        registered.delete(name);
        registered.set(name, { ...own, usedAt: now() });
        return own;
      }
      const source = builtIn.get(name) ?? sourceOfFaultPath(name);
      if (source === undefined) return undefined;
      if (shared.size >= maxShared && !shared.has(name)) shared.delete(shared.keys().next().value ?? "");
      const known = shared.get(name) ?? playable(source);
      shared.set(name, known);
      return known;
    },

    /** Throws a ZodError where the script or a fault is none. */
    register(name: string, source: PlayableSource): void {
      registered.delete(name);
      registered.set(name, { ...playable(checked(source)), usedAt: now() });
      if (registered.size > maxScripts) registered.delete(registered.keys().next().value ?? "");
    },

    names: [...builtIn.keys(), ...faultPathNames] as readonly string[],
  };
}

export type ScriptShelf = ReturnType<typeof createScriptShelf>;

function checked({ script, faults = [], pace }: PlayableSource): PlayableSource {
  return {
    ...(script !== undefined && { script: scriptSchema.parse(script) }),
    faults: z.array(faultSchema).parse(faults),
    ...(pace !== undefined && { pace }),
  };
}

function sourceOfFaultPath(name: string): PlayableSource | undefined {
  const fault = faultOfPath(name);
  return fault && { faults: [fault] };
}

function playable({ script, faults = [], pace }: PlayableSource): Playable {
  const chosenPace = pace ?? script?.pace;
  return {
    ...(script !== undefined && { script }),
    ...(chosenPace !== undefined && { pace: chosenPace }),
    faults: [...faults, ...faultsOfScript(script)],
    attempts: createAttemptCounter(),
  };
}

function faultsOfScript(script: Script | undefined): readonly Fault[] {
  const byTurn = (script?.turns ?? []).filter(({ when }) => when === undefined);
  return byTurn.flatMap(({ fault }, index) => (fault === undefined ? [] : [{ ...fault, turn: index + 1 }]));
}
