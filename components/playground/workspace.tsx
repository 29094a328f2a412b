"use client";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { Setup } from "@/components/setup/setup";
import { useMediaQuery } from "@/lib/client/use-media-query";
import { useSelection } from "@/lib/client/use-selection";
import { inspectorFits, setupFits, useSetupShown } from "@/lib/client/view-store";
import { setupId } from "./commands";
import { InspectorPane, InspectorSheet } from "./inspector-pane";
import { RunPane } from "./run-pane";

/** Setup, run and inspector side by side; on a narrow window setup and inspector lie over the run. */
export function Workspace() {
  const wide = useMediaQuery(inspectorFits);
  const medium = useMediaQuery(setupFits);
  const setupOpen = useSetupShown();
  const selected = useSelection() !== null;
  const panels = [setupOpen && medium && "setup", "run", selected && wide && "inspector"].filter(
    (name) => name !== false,
  );
  return (
    <main className="relative flex min-h-0 flex-1">
      <Panes key={medium ? "panes" : "sheets"} panels={panels} />
      {setupOpen && !medium && (
        <aside
          id={setupId}
          aria-label="Setup"
          className="absolute inset-y-0 left-0 z-20 w-[min(22rem,90vw)] border-r bg-panel shadow-float"
        >
          <Setup />
        </aside>
      )}
      {selected && !wide && <InspectorSheet />}
    </main>
  );
}

function Panes({ panels }: { panels: readonly string[] }) {
  const layout = useDefaultLayout({ id: "toolscope:panes", panelIds: [...panels] });
  return (
    <Group
      id="panes"
      className="min-h-0 min-w-0 flex-1"
      defaultLayout={layout.defaultLayout}
      onLayoutChanged={layout.onLayoutChanged}
    >
      {panels.includes("setup") && (
        <Panel
          id="setup"
          defaultSize={340}
          minSize={280}
          maxSize={560}
          groupResizeBehavior="preserve-pixel-size"
        >
          <section id={setupId} aria-label="Setup" className="h-full bg-panel">
            <Setup />
          </section>
        </Panel>
      )}
      {panels.includes("setup") && <Divider label="Resize setup" />}
      <Panel id="run" minSize={360}>
        <RunPane />
      </Panel>
      {panels.includes("inspector") && <Divider label="Resize inspector" />}
      {panels.includes("inspector") && (
        <Panel id="inspector" defaultSize={460} minSize={300} groupResizeBehavior="preserve-pixel-size">
          <InspectorPane />
        </Panel>
      )}
    </Group>
  );
}

function Divider({ label }: { label: string }) {
  return (
    <Separator
      aria-label={label}
      className="relative w-px bg-line outline-none transition-colors before:absolute before:inset-y-0 before:-inset-x-px before:z-10 before:transition-colors hover:before:bg-accent data-[separator=active]:before:bg-accent focus-visible:before:bg-accent"
    />
  );
}
