"use client";
import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { notify } from "@/components/ui/toast-queue";
import { saveFromApi } from "@/lib/client/save-from-api";
import { useRun } from "@/lib/client/use-run";
import { useRunLog } from "@/lib/client/use-run-log";
import { eventFamilies, filterEvents } from "@/lib/run/event-filter";
import { countOf, countText } from "@/lib/run/quantity-text";
import { EventList } from "./event-list";

const everything = "all";
const familyOptions = [everything, ...eventFamilies].map((value) => ({
  value,
  label: value === everything ? "All events" : `${value} events`,
}));

async function saveLog(runId: string): Promise<void> {
  const saved = await saveFromApi(`/api/runs/${encodeURIComponent(runId)}/log`, `${runId}.ndjson`);
  if (saved) return;
  const detail = "Check that the server is still running.";
  notify({ title: "The log could not be saved", detail, tone: "error" });
}

/** The event log itself, as it stands on disk: everything else on screen is a function of it. */
export function LogPane() {
  const { events, length } = useRunLog();
  const runId = useRun((run) => run.runId);
  const [family, setFamily] = useState(everything);
  const [text, setText] = useState("");
  const ended = useRun((run) => run.end !== null);
  const [follow, setFollow] = useState(!ended);
  if (length === 0) {
    return (
      <EmptyState icon={<ScrollText aria-hidden />} title="No event yet">
        Every event of the run is listed here, in the order it was written.
      </EmptyState>
    );
  }
  const shown = filterEvents(events, { family: family === everything ? "" : family, text });
  return (
    <section aria-label="Log" className="flex h-full min-h-0 flex-col">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
        <div className="w-36">
          <Select
            label="Event type"
            labelHidden
            value={family}
            onValueChange={setFamily}
            options={familyOptions}
          />
        </div>
        <TextField
          label="Filter events"
          labelHidden
          placeholder="Filter events"
          value={text}
          onValueChange={setText}
          className="w-44"
        />
        <span className="text-xs text-subtle">
          {shown.length === length
            ? countOf(length, "event")
            : `${countText(shown.length)} of ${countOf(length, "event")}`}
        </span>
        <span className="ml-auto flex items-center gap-3">
          <Switch label="Follow" checked={follow} onCheckedChange={setFollow} />
          <Button size="sm" onClick={() => void saveLog(runId)}>
            <Download aria-hidden /> NDJSON
          </Button>
        </span>
      </div>
      <EventList events={shown} follow={follow} onFollow={setFollow} />
    </section>
  );
}
