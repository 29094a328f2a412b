"use client";
import {
  Brain,
  FileImage,
  FlaskConical,
  Hourglass,
  Layers,
  type LucideIcon,
  Octagon,
  PauseCircle,
  RotateCw,
  Scissors,
  Tags,
  Text,
  TriangleAlert,
  UserRound,
  Workflow,
} from "lucide-react";
import type { Scenario } from "@/lib/client/catalogues";
import { openScenario } from "./commands";

/** A word in a scenario's name stands for what it is about; the first that fits gives the icon. */
const icons: readonly [RegExp, LucideIcon, string][] = [
  [/cut|max-tokens|trunc/, Scissors, "text-kind-error"],
  [/fail|unknown|error|broken/, TriangleAlert, "text-kind-error"],
  [/overload|rate|retry/, RotateCw, "text-kind-waiting"],
  [/person/, UserRound, "text-kind-waiting"],
  [/refus/, Octagon, "text-kind-waiting"],
  [/pause/, PauseCircle, "text-kind-waiting"],
  [/slow|wait|hang|stall/, Hourglass, "text-kind-waiting"],
  [/header|gateway/, Tags, "text-kind-request"],
  [/think/, Brain, "text-kind-thinking"],
  [/image|document|chart/, FileImage, "text-kind-result"],
  [/long|hundred|answer/, Text, "text-kind-request"],
  [/dependent|chain/, Workflow, "text-kind-tool"],
  [/parallel|batch|sixteen|and/, Layers, "text-kind-tool"],
];

function iconOf(name: string): readonly [LucideIcon, string] {
  const found = icons.find(([word]) => word.test(name));
  return found === undefined ? [FlaskConical, "text-kind-request"] : [found[1], found[2]];
}

/** One scenario: pressed, it fills the setup and starts. */
export function ScenarioCard({ scenario }: { scenario: Scenario }) {
  const [Icon, tone] = iconOf(scenario.name);
  return (
    <button
      type="button"
      aria-label={scenario.title}
      aria-describedby={`scenario-${scenario.name}`}
      onClick={() => void openScenario(scenario)}
      className="group flex h-full w-full flex-col gap-1.5 rounded-lg border bg-panel p-3 text-left transition-colors hover:border-line-strong hover:bg-hover"
    >
      <span className="flex items-center gap-2">
        <Icon className={`size-4 shrink-0 ${tone}`} aria-hidden />
        <span className="truncate font-medium">{scenario.title}</span>
      </span>
      <span id={`scenario-${scenario.name}`} className="line-clamp-3 text-muted">
        {scenario.teaches}
      </span>
      <span className="mt-auto line-clamp-2 border-l-2 border-line-strong pt-0.5 pl-2 text-xs text-subtle">
        {scenario.setup.prompt}
      </span>
    </button>
  );
}
