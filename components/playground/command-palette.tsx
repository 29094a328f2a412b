"use client";
import { Command } from "cmdk";
import {
  AlignLeft,
  ArrowLeftToLine,
  ChartGantt,
  Clapperboard,
  Columns3,
  Eraser,
  FlaskConical,
  History,
  Keyboard,
  Link,
  type LucideIcon,
  Moon,
  PanelLeft,
  PanelRight,
  PencilLine,
  Pin,
  Play,
  Plus,
  RotateCw,
  ScrollText,
  Square,
  SquarePen,
  Tags,
  TestTubes,
  Wrench,
} from "lucide-react";
import { resetSetup } from "@/components/setup/reset-setup";
import { useResource } from "@/lib/client/api-resource";
import { scenarios } from "@/lib/client/catalogues";
import { closeOverlay, openOverlay, setSearch, useOverlay } from "@/lib/client/overlay";
import { historyPath, labPath } from "@/lib/client/page-paths";
import { playOrPause } from "@/lib/client/playback";
import { isGoingOn, useRunStatus } from "@/lib/client/run-status";
import { select } from "@/lib/client/selection";
import { themes, useTheme } from "@/lib/client/use-theme";
import {
  compareCurrentRun,
  copyRunLink,
  newRun,
  openScenario,
  openWorkbench,
  type RunTab,
  runInEachOrder,
  runTabs,
  showTab,
  startFromSetup,
  stopCurrentRun,
  togglePin,
  toggleSetup,
} from "./commands";
import { editSetupOfRun, replayRun, runAgain, takeSetupOfRun } from "./setup-of";
import { tabTitles } from "./tab-titles";

const tabIcons: Record<RunTab, LucideIcon> = {
  transcript: AlignLeft,
  timeline: ChartGantt,
  headers: Tags,
  log: ScrollText,
};

/** Everything the playground can do, by name. */
export function CommandPalette() {
  const status = useRunStatus();
  const [, chooseTheme] = useTheme();
  const known = useResource(scenarios);
  const search = useOverlay((state) => state.search);
  const hasRun = status !== "none" && status !== "not-found";
  return (
    <Command.Dialog
      open
      onOpenChange={closeOverlay}
      label="Command palette"
      loop
      overlayClassName="fixed inset-0 z-40 animate-fade-in bg-scrim"
      contentClassName="fixed top-[14vh] left-1/2 z-50 w-140 max-w-[calc(100vw-2rem)] -translate-x-1/2 animate-float-in overflow-hidden rounded-lg bg-raised shadow-float"
    >
      <Command.Input
        value={search}
        onValueChange={setSearch}
        onFocus={({ currentTarget }) => queueMicrotask(() => toEnd(currentTarget))}
        placeholder="Type a command or a scenario"
        className="h-11 w-full border-b bg-transparent px-4 text-md outline-none"
      />
      <Command.List className="max-h-[50vh] overflow-y-auto p-1.5">
        <Command.Empty className="p-6 text-center text-muted">Nothing by that name.</Command.Empty>
        <Group heading="Run">
          {isGoingOn(status) ? (
            <Item icon={Square} title="Stop" run={() => void stopCurrentRun()} />
          ) : (
            <Item icon={Play} title="Run" run={() => void startFromSetup()} />
          )}
          <Item icon={Plus} title="New run" run={newRun} />
          {hasRun && <Item icon={Link} title="Copy run link" run={() => void copyRunLink()} />}
          {hasRun && <Item icon={ArrowLeftToLine} title="Use this setup" run={takeSetupOfRun} />}
          {hasRun && !isGoingOn(status) && <Item icon={RotateCw} title="Run again" run={runAgain} />}
          {hasRun && <Item icon={SquarePen} title="Edit and run again" run={editSetupOfRun} />}
          {hasRun && !isGoingOn(status) && (
            <Item icon={History} title="Replay with another engine" run={replayRun} />
          )}
          {hasRun && <Item icon={PencilLine} title="Rename run" run={() => openOverlay("rename")} />}
          {hasRun && <Item icon={Pin} title="Pin or unpin run" run={() => void togglePin()} />}
          {hasRun && <Item icon={Clapperboard} title="Play the run, or pause" run={playOrPause} />}
          <Item icon={Columns3} title="Run in each order, side by side" run={() => void runInEachOrder()} />
          <Item icon={Wrench} title="Tool workbench" run={openWorkbench} />
          <Item icon={Columns3} title="Compare runs" run={compareCurrentRun} />
          <Item icon={History} title="History: all runs" run={() => window.location.assign(historyPath)} />
          <Item icon={TestTubes} title="Header lab" run={() => window.location.assign(labPath)} />
          <Item icon={Eraser} title="Reset setup" run={resetSetup} />
        </Group>
        <Group heading="View">
          {hasRun &&
            runTabs.map((tab) => (
              <Item key={tab} icon={tabIcons[tab]} title={tabTitles[tab]} run={() => showTab(tab)} />
            ))}
          <Item icon={PanelLeft} title="Show or hide setup" run={toggleSetup} />
          {hasRun && <Item icon={PanelRight} title="Close inspector" run={() => select(null)} />}
          {themes.map((theme) => (
            <Item key={theme} icon={Moon} title={`Theme: ${theme}`} run={() => chooseTheme(theme)} />
          ))}
          <Item icon={Keyboard} title="Keyboard shortcuts" run={() => openOverlay("shortcuts")} />
        </Group>
        {known.status === "ready" && (
          <Group heading="Scenarios">
            {known.value.map((scenario) => (
              <Item
                key={scenario.name}
                icon={FlaskConical}
                title={scenario.title}
                run={() => void openScenario(scenario)}
              />
            ))}
          </Group>
        )}
      </Command.List>
    </Command.Dialog>
  );
}

/** The window selects what is in its first field: what is typed next would replace what was typed ahead. */
function toEnd(field: HTMLInputElement): void {
  field.setSelectionRange(field.value.length, field.value.length);
}

function Group({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-subtle"
    >
      {children}
    </Command.Group>
  );
}

function Item({ icon: Icon, title, run }: { icon: LucideIcon; title: string; run: () => void }) {
  const choose = () => {
    closeOverlay();
    run();
  };
  return (
    <Command.Item
      onSelect={choose}
      className="flex h-8 cursor-default items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-selected"
    >
      <Icon className="size-3.5 text-subtle" aria-hidden />
      {title}
    </Command.Item>
  );
}
