"use client";
import { ChevronDown, History } from "lucide-react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useResource } from "@/lib/client/api-resource";
import { recentRuns } from "@/lib/client/catalogues";
import { pushPath } from "@/lib/client/url-params";
import type { RunSummary } from "@/lib/protocol/run-summary";
import { countOf, durationText } from "@/lib/run/quantity-text";
import { outcomeWords } from "./outcome-words";

/** The runs before this one, newest first. */
export function RecentRunsMenu() {
  return (
    <DropdownMenu onOpenChange={(open) => open && recentRuns.reload()}>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" aria-label="History">
          <History aria-hidden />
          <span className="max-lg:sr-only">History</span>
          <ChevronDown className="text-subtle" aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-96">
        <RecentRuns />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function RecentRuns() {
  const runs = useResource(recentRuns);
  if (runs.status === "loading") return <DropdownMenuLabel>Loading the history…</DropdownMenuLabel>;
  if (runs.status === "error") return <DropdownMenuLabel>{runs.message}</DropdownMenuLabel>;
  if (runs.value.length === 0)
    return <DropdownMenuLabel>No runs yet. The first one will stand here.</DropdownMenuLabel>;
  return runs.value.slice(0, 10).map((run) => <RunItem key={run.id} run={run} />);
}

function RunItem({ run }: { run: RunSummary }) {
  const { icon, word, tone } = outcomeWords(run.outcome ?? "running");
  return (
    <DropdownMenuItem className="items-start py-1.5" onSelect={() => pushPath(`/runs/${run.id}`)}>
      <span className={`mt-0.5 ${tone}`} title={word}>
        {icon}
        <span className="sr-only">{word}:</span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{run.title}</span>
        <span className="block truncate text-xs text-subtle">
          {agoText(run.startedAt)} · {countOf(run.turns, "turn")} · {countOf(run.calls, "call")} ·{" "}
          {durationText(run.durationMs)} · {run.provider}
        </span>
      </span>
    </DropdownMenuItem>
  );
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

function agoText(iso: string): string {
  const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
  if (minutes > -1) return "just now";
  if (minutes > -60) return relative.format(minutes, "minute");
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), "hour");
  return absolute.format(new Date(iso));
}
