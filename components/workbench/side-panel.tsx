"use client";
import { Tab, TabList, TabPanel, Tabs } from "@/components/ui/tabs";
import { useUrlParam } from "@/lib/client/use-url-param";
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
      </TabList>
      <TabPanel value="try">
        <TryPanel key={tool.id} tool={tool} />
      </TabPanel>
    </Tabs>
  );
}
