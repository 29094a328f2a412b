"use client";
import { Pin } from "lucide-react";
import type { MouseEvent } from "react";
import { OutcomeLabel } from "@/components/content/outcome-words";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { agoText, fullTimeText } from "@/lib/client/ago-text";
import { activate, pickRange, runPicks, togglePick, useRunPicks } from "@/lib/client/run-picks";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { countText, durationText } from "@/lib/run/quantity-text";
import { columnsClass, modelClass } from "./columns";
import { openRun, togglePin } from "./history-commands";
import { RunMenu } from "./run-menu";
import { TitleCell } from "./title-cell";

/** One run. Only the row that keys act on has its buttons in the order of tabs: a hundred rows are no hundred stops. */
export function RunRow({
  id,
  run,
  index,
  top,
  onRenamed,
}: {
  id: string;
  run: RunSummary;
  index: number;
  top: number;
  onRenamed: () => void;
}) {
  const active = useRunPicks((state) => state.active === run.id);
  const picked = useRunPicks((state) => state.picked.includes(run.id));
  const tabIndex = active ? 0 : -1;
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={picked}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => click(event, run.id)}
      onDoubleClick={(event) => !isControl(event) && openRun(run.id)}
      className={classNames(
        columnsClass,
        "group absolute inset-x-0 top-0 h-8 select-none border-b text-sm",
        picked ? "bg-selected" : "hover:bg-hover",
        active &&
          "shadow-[inset_2px_0_0_var(--color-accent)] -outline-offset-2 outline-accent group-focus-visible/grid:outline-2",
      )}
    >
      <td className="flex justify-center">
        <Checkbox
          label={`Pick ${run.title}`}
          labelHidden
          tabIndex={tabIndex}
          checked={picked}
          onCheckedChange={() => togglePick(run.id)}
        />
      </td>
      <td className="flex items-center overflow-hidden px-1.5 text-xs">
        <OutcomeLabel status={run.outcome ?? "running"} unfinished={false} />
      </td>
      <TitleCell run={run} tabIndex={tabIndex} onRenamed={onRenamed} />
      <Text title={fullTimeText(run.startedAt)}>{agoText(run.startedAt)}</Text>
      <Text>{run.engine}</Text>
      <Text>{run.provider}</Text>
      <Text className={modelClass} title={run.model}>
        {run.model}
      </Text>
      <Count>{countText(run.turns)}</Count>
      <Count>{countText(run.calls)}</Count>
      <Count {...(run.findings > 0 && { className: "font-medium text-kind-waiting-text" })}>
        {countText(run.findings)}
      </Count>
      <Count>{durationText(run.durationMs)}</Count>
      <td className="flex items-center justify-end gap-0.5 pr-1.5">
        <IconButton
          label={run.pinned ? "Unpin" : "Pin"}
          size="sm"
          pressed={run.pinned}
          tabIndex={tabIndex}
          className={classNames(
            !run.pinned && !active && "opacity-0 focus-visible:opacity-100 group-hover:opacity-100",
          )}
          onClick={() => void togglePin(run)}
        >
          <Pin aria-hidden className={run.pinned ? "fill-current" : ""} />
        </IconButton>
        <RunMenu run={run} tabIndex={tabIndex} />
      </td>
    </tr>
  );
}

function Text({
  title,
  className,
  children,
}: {
  title?: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <td title={title} className={classNames("truncate px-1.5 text-xs text-muted", className)}>
      {children}
    </td>
  );
}

function Count({ className, children }: { className?: string; children: React.ReactNode }) {
  return (
    <td className={classNames("truncate px-1.5 text-right text-xs text-muted", className)}>{children}</td>
  );
}

function isControl(event: MouseEvent): boolean {
  return (
    event.target instanceof Element && event.target.closest("a, button, input, label, [role=menu]") !== null
  );
}

function click(event: MouseEvent, runId: string): void {
  if (isControl(event)) return;
  if (event.shiftKey) pickRange(runPicks.getState().anchor ?? runId, runId);
  else if (event.ctrlKey || event.metaKey) togglePick(runId);
  else activate(runId);
}
