"use client";
import dynamic from "next/dynamic";
import { FindingsStrip } from "@/components/findings/findings-strip";
import { QuestionsStrip } from "@/components/questions/questions-strip";
import { Transcript } from "@/components/transcript/transcript";
import { Skeleton } from "@/components/ui/skeleton";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { useMoment } from "@/lib/client/playback";
import { useUrlParam } from "@/lib/client/use-url-param";
import { runTabs } from "./commands";
import { PlaybackBar } from "./playback-bar";
import { RunFailure } from "./run-failure";
import { runAgainWithout, runAgainWithSentence } from "./setup-of";
import { SummaryStrip } from "./summary-strip";
import { tabTitles } from "./tab-titles";

const loading = () => <Skeleton className="m-3 h-40" />;
const Timeline = dynamic(() => import("@/components/timeline/timeline").then((module) => module.Timeline), {
  ssr: false,
  loading,
});
const HeadersPane = dynamic(
  () => import("@/components/headers/headers-pane").then((module) => module.HeadersPane),
  { ssr: false, loading },
);
const LogPane = dynamic(() => import("@/components/log/log-pane").then((module) => module.LogPane), {
  ssr: false,
  loading,
});

const remedies = { runWithout: runAgainWithout, runWithSentence: runAgainWithSentence };
const panes = { transcript: Transcript, timeline: Timeline, headers: HeadersPane, log: LogPane };

/** A run: its sums, its findings and four ways to look at it. */
export function RunView() {
  return (
    <section aria-label="Run" className="flex h-full min-h-0 flex-col bg-panel">
      <SummaryStrip />
      <PlaybackBar />
      <OpenQuestions />
      <RunFailure />
      <FindingsStrip remedies={remedies} />
      <RunTabs />
    </section>
  );
}

/** A question of a past moment was answered long ago: only the newest can be. */
function OpenQuestions() {
  return useMoment() === null ? <QuestionsStrip /> : null;
}

function RunTabs() {
  const [wanted, setTab] = useUrlParam("tab", "transcript");
  const tab = runTabs.find((each) => each === wanted) ?? "transcript";
  return (
    <Tabs value={tab} onValueChange={setTab} className="flex-1">
      <TabList aria-label="Views of the run">
        {runTabs.map((each) => (
          <Tab key={each} value={each}>
            {tabTitles[each]}
          </Tab>
        ))}
      </TabList>
      {runTabs.map((each) => {
        const Pane = panes[each];
        return (
          <TabPanel key={each} value={each}>
            <Pane />
          </TabPanel>
        );
      })}
    </Tabs>
  );
}
