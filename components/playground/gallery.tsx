"use client";
import { CloudOff } from "lucide-react";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Kbd } from "@/components/ui/kbd";
import { whenIdle } from "@/components/ui/on-demand";
import { Skeleton } from "@/components/ui/skeleton";
import { useResource } from "@/lib/client/api-resource";
import { type Scenario, scenarios } from "@/lib/client/catalogues";
import { loadSetupOf } from "./commands";
import { ScenarioCard } from "./scenario-card";
import { chordText } from "./shortcut-keys";

/** What to look at first: scenarios that are ready to run. */
export function Gallery() {
  const known = useResource(scenarios);
  useEffect(() => whenIdle(() => void loadSetupOf()), []);
  return (
    <section aria-label="Scenarios" className="@container h-full overflow-y-auto bg-canvas">
      <div className="mx-auto flex min-h-full max-w-300 flex-col px-6 py-6">
        <h1 className="text-lg font-semibold tracking-tight">Watch a tool loop</h1>
        <p className="mt-1 max-w-160 text-muted">
          Each scenario fills the setup and starts a run against the embedded simulator: no key, no network.
          Or write a prompt of your own and press <Kbd>{chordText("Enter")}</Kbd>.
        </p>
        {known.status === "error" ? (
          <EmptyState
            icon={<CloudOff aria-hidden />}
            title="The scenarios could not be loaded"
            actions={<Button onClick={scenarios.reload}>Try again</Button>}
          >
            {known.message}
          </EmptyState>
        ) : (
          <Cards list={known.status === "ready" ? known.value : null} />
        )}
      </div>
    </section>
  );
}

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function Cards({ list }: { list: readonly Scenario[] | null }) {
  return (
    <ul
      aria-label="Scenarios"
      aria-busy={list === null}
      className="mt-5 grid grid-cols-1 gap-3 @2xl:grid-cols-2 @5xl:grid-cols-3"
    >
      {list === null
        ? places.map((place) => (
            <li key={place}>
              <Skeleton className="h-33" />
            </li>
          ))
        : list.map((scenario) => (
            <li key={scenario.name}>
              <ScenarioCard scenario={scenario} />
            </li>
          ))}
    </ul>
  );
}
