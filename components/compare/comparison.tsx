"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Switch } from "@/components/ui/switch";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { mostCompared } from "@/lib/client/compare-address";
import { useUrlParam } from "@/lib/client/use-url-param";
import { comparedPoints } from "@/lib/run/compare-headers";
import { alignTurns } from "@/lib/run/compare-turns";
import { countOf } from "@/lib/run/quantity-text";
import { BodiesView } from "./bodies-view";
import { HeadersView } from "./headers-view";
import { OverviewView } from "./overview-view";
import { letterOf } from "./run-letter";
import { TimeSavedNote } from "./time-saved-note";
import { useColumns } from "./use-columns";

const views = ["overview", "headers", "bodies"] as const;
const titles = { overview: "Overview", headers: "Headers", bodies: "Bodies" };

/** Runs side by side: what they were and came to, their header sets, their bodies. */
export function Comparison({ ids, left }: { ids: readonly string[]; left: number }) {
  const columns = useColumns(ids);
  const [wanted, setView] = useUrlParam("view", "overview");
  const [onlyDifferences, setOnlyDifferences] = useUrlParam("only", "all");
  const [chosenPoint, setPoint] = useUrlParam("point", "");
  const [numberIds, setNumberIds] = useState(true);
  const view = views.find((each) => each === wanted) ?? "overview";
  const only = onlyDifferences === "differences";
  const turns = alignTurns(columns.runs);
  const { points, common } = comparedPoints(columns.runs);
  const point = points.find((each) => each === chosenPoint) ?? common;
  const shared = { columns, turns, only };
  return (
    <Tabs value={view} onValueChange={setView} className="h-full">
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-x-4 border-b pr-3">
        <TabList aria-label="Views of the comparison" className="border-b-0">
          {views.map((each) => (
            <Tab key={each} value={each}>
              {titles[each]}
            </Tab>
          ))}
        </TabList>
        {view === "headers" && point !== null && (
          <SegmentedControl
            label="Observation point"
            value={point}
            onValueChange={setPoint}
            options={points.map((value) => ({ value, label: value }))}
          />
        )}
        <span className="ml-auto flex flex-wrap items-center gap-4 py-1">
          {view === "bodies" && (
            <Switch
              label="Number generated ids"
              title="Ids such as toolu_… differ between any two runs: numbered, only their place counts"
              checked={numberIds}
              onCheckedChange={setNumberIds}
              className="text-xs"
            />
          )}
          <Switch
            label="Differences only"
            checked={only}
            onCheckedChange={(checked) => setOnlyDifferences(checked ? "differences" : "all")}
            className="text-xs"
          />
        </span>
      </div>
      <Notices columns={columns} left={left} />
      <TabPanel value="overview">
        <TimeSavedNote runs={columns.runs} />
        <OverviewView {...shared} />
      </TabPanel>
      <TabPanel value="headers">{point !== null && <HeadersView {...shared} point={point} />}</TabPanel>
      <TabPanel value="bodies">
        <BodiesView {...shared} numberIds={numberIds} />
      </TabPanel>
    </Tabs>
  );
}

function Notices({ columns, left }: { columns: ReturnType<typeof useColumns>; left: number }) {
  const { ids, loads, runs, baseline } = columns;
  const broken = loads.filter((load) => load.status === "not-found" || load.status === "error").length;
  const shown = runs.filter((run) => run !== null).length;
  const texts = [
    ...(left > 0
      ? [`${mostCompared} runs fit side by side: ${countOf(left, "run")} of the address left out.`]
      : []),
    ...(broken > 0
      ? [
          shown > 1
            ? `${countOf(broken, "run")} cannot be shown; the others are compared.`
            : "There is too little to compare: remove what cannot be shown and choose another run.",
        ]
      : []),
  ];
  return (
    <>
      <p role="status" className="sr-only">
        {ids.length} runs side by side, baseline {letterOf(baseline)}
      </p>
      {texts.map((text) => (
        <p
          key={text}
          role="alert"
          className="flex shrink-0 items-center gap-2 border-b bg-kind-waiting-soft px-3 py-1.5 text-kind-waiting-text"
        >
          <TriangleAlert className="size-4 shrink-0" aria-hidden />
          {text}
        </p>
      ))}
    </>
  );
}
