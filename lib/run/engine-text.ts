// How is an engine called, with what it was asked to do?
import type { EngineChoice } from "@/lib/protocol/engine-choice";

/** @returns the engine with what it was asked to do: `"tool-runner, thread off, eager"` */
export function engineText(engine: EngineChoice): string {
  if (engine.kind !== "tool-runner") return engine.kind;
  const { thread, eager, maxIterations, hooks } = engine;
  return [
    engine.kind,
    ...(thread === undefined ? [] : [`thread ${thread ? "on" : "off"}`]),
    ...(eager === true ? ["eager"] : []),
    ...(maxIterations === undefined ? [] : [`at most ${maxIterations} iterations`]),
    ...(hooks === undefined ? [] : hooks.map((hook) => hook.kind)),
  ].join(", ");
}
