"use client";
import dynamic from "next/dynamic";
import { SizedPane } from "@/components/content/sized-pane";
import { Skeleton } from "@/components/ui/skeleton";
import { useMediaQuery } from "@/lib/client/use-media-query";
import { useSelection } from "@/lib/client/use-selection";
import { inspectorFits, setupFits, useSetupShown } from "@/lib/client/view-store";
import { setupId } from "./commands";
import { InspectorPane, InspectorSheet } from "./inspector-pane";
import { RunPane } from "./run-pane";

const Setup = dynamic(() => import("@/components/setup/setup").then((module) => module.Setup), {
  ssr: false,
  loading: () => <Skeleton className="m-3 h-28" />,
});

/** Setup, run and inspector side by side; on a narrow window setup and inspector lie over the run. */
export function Workspace() {
  const inspectorBeside = useMediaQuery(inspectorFits);
  const setupBeside = useMediaQuery(setupFits);
  const setupShown = useSetupShown();
  const selected = useSelection() !== null;
  return (
    <main className="relative flex min-h-0 flex-1">
      {setupShown && (setupBeside ? <SetupPane /> : <SetupSheet />)}
      <div className="min-w-0 flex-1">
        <RunPane />
      </div>
      {selected && (inspectorBeside ? <SizedInspector /> : <InspectorSheet />)}
    </main>
  );
}

function SetupPane() {
  return (
    <SizedPane
      id={setupId}
      label="Setup"
      width="setupWidth"
      min={280}
      max={520}
      handle="Width of the setup"
      side="start"
      className="bg-panel"
    >
      <Setup />
    </SizedPane>
  );
}

function SetupSheet() {
  return (
    <aside
      id={setupId}
      aria-label="Setup"
      className="absolute inset-y-0 left-0 z-20 w-[min(22rem,90vw)] border-r bg-panel shadow-float"
    >
      <Setup />
    </aside>
  );
}

/** However wide it was once made, the run keeps most of the room. */
function SizedInspector() {
  return (
    <SizedPane
      width="inspectorWidth"
      min={320}
      max={800}
      handle="Width of the inspector"
      side="end"
      className="max-w-[45%]"
    >
      <InspectorPane />
    </SizedPane>
  );
}
