"use client";
import { PageFrame } from "@/components/content/page-frame";
import { SizedPane } from "@/components/content/sized-pane";
import { Overlays } from "./overlays";
import { SidePanel } from "./side-panel";
import { ToolEditor } from "./tool-editor";
import { ToolList } from "./tool-list";
import { useFileDrop } from "./use-file-drop";
import { useSelectedTool } from "./use-selected-tool";
import { useWorkbenchKeys } from "./use-workbench-keys";
import { WorkbenchTopBar } from "./workbench-top-bar";

/** The tools of the current set, the editor of one, and what is to be known about it. */
export function WorkbenchPage() {
  const tool = useSelectedTool();
  useWorkbenchKeys();
  useFileDrop();
  return (
    <PageFrame title="Tool workbench" topBar={<WorkbenchTopBar />}>
      <main className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <ListPane selectedId={tool?.id ?? null} />
        <section
          aria-label="Editor"
          className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-canvas max-lg:flex-none max-lg:overflow-visible"
        >
          <ToolEditor key={tool?.id} tool={tool} />
        </section>
        {tool !== null && <SidePane />}
      </main>
      <Overlays />
    </PageFrame>
  );
}

function ListPane({ selectedId }: { selectedId: string | null }) {
  return (
    <SizedPane
      label="Tool set"
      width="toolListWidth"
      min={200}
      max={400}
      handle="Width of the tool set"
      side="start"
      handleClassName="max-lg:hidden"
      className="min-h-0 max-w-[24vw] bg-panel max-lg:max-h-72 max-lg:w-full! max-lg:max-w-none max-lg:border-b"
    >
      <ToolList selectedId={selectedId} />
    </SizedPane>
  );
}

function SidePane() {
  return (
    <SizedPane
      label="About the tool"
      width="toolSideWidth"
      min={300}
      max={720}
      handle="Width of the side panel"
      side="end"
      handleClassName="max-lg:hidden"
      className="min-h-0 max-w-[38vw] bg-panel max-lg:min-h-120 max-lg:w-full! max-lg:max-w-none max-lg:border-t"
    >
      <SidePanel />
    </SizedPane>
  );
}
