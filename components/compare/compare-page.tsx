"use client";
import { PageFrame } from "@/components/content/page-frame";
import { fewestCompared, parseRunIds } from "@/lib/client/compare-address";
import { useUrlParam } from "@/lib/client/use-url-param";
import { CompareTopBar } from "./compare-top-bar";
import { Comparison } from "./comparison";
import { PickRuns } from "./pick-runs";

/** The comparison the address names; while it names too few runs, the way to pick them. */
export function ComparePage() {
  const [text] = useUrlParam("runs", "");
  const { ids, left } = parseRunIds(text);
  return (
    <PageFrame title="Compare" topBar={<CompareTopBar ids={ids} />}>
      <main className="min-h-0 flex-1 bg-panel">
        {ids.length < fewestCompared ? (
          <PickRuns key={text} ids={ids} />
        ) : (
          <Comparison ids={ids} left={left} />
        )}
      </main>
    </PageFrame>
  );
}
