"use client";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { useLints } from "@/lib/client/tool-lints";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { ToolItem } from "@/lib/tool-design/tool-item";
import { LintPanel } from "./lint-panel";
import { SentPanel } from "./sent-panel";
import { TryPanel } from "./try-panel";
import { useSelectedTool } from "./use-selected-tool";

/** What is to be known about the tool that is edited. */
export function SidePanel() {
  const tool = useSelectedTool();
  const [tab, setTab] = useUrlParam("side", "try");
  if (tool === null) return null;
  return (
    <Tabs value={tab} onValueChange={setTab} className="h-full">
      <TabList aria-label="About the tool">
        <Tab value="try">Try it</Tab>
        <Tab value="sent">As sent</Tab>
        <Tab value="lint">
          Lint
          <LintCount tool={tool} />
        </Tab>
      </TabList>
      <TabPanel value="try">
        <TryPanel key={tool.id} tool={tool} />
      </TabPanel>
      <TabPanel value="sent">
        <SentPanel tool={tool} />
      </TabPanel>
      <TabPanel value="lint">
        <LintPanel tool={tool} />
      </TabPanel>
    </Tabs>
  );
}

/** How many, in the colour of the gravest. */
function LintCount({ tool }: { tool: ToolItem }) {
  const lints = useLints(tool);
  const [gravest] = lints;
  if (gravest === undefined) return null;
  return <span className={`rounded-full px-1.5 text-2xs ${tones[gravest.severity]}`}>{lints.length}</span>;
}

const tones = {
  error: "bg-kind-error-soft text-kind-error-text",
  warning: "bg-kind-waiting-soft text-kind-waiting-text",
  hint: "bg-kind-request-soft text-kind-request-text",
};
