"use client";
import { Toasts } from "@/components/content/toasts";
import { ResizeHandle } from "@/components/ui/resize-handle";
import { TooltipProvider } from "@/components/ui/tooltip";
import { changeView, defaultView, useView } from "@/lib/client/view-store";
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
    <TooltipProvider>
      <title>Tool workbench · Toolscope</title>
      <div className="flex h-dvh flex-col overflow-hidden">
        <WorkbenchTopBar />
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
      </div>
      <Overlays />
      <Toasts />
    </TooltipProvider>
  );
}

function ListPane({ selectedId }: { selectedId: string | null }) {
  const width = useView((view) => view.toolListWidth);
  return (
    <>
      <section
        aria-label="Tool set"
        style={{ width: `min(${width}px, 24vw)` }}
        className="min-h-0 shrink-0 bg-panel max-lg:max-h-72 max-lg:w-full! max-lg:border-b"
      >
        <ToolList selectedId={selectedId} />
      </section>
      <div className="contents max-lg:hidden">
        <ResizeHandle
          label="Width of the tool set"
          side="start"
          size={width}
          min={200}
          max={400}
          defaultSize={defaultView.toolListWidth}
          onResize={(toolListWidth) => changeView({ toolListWidth })}
        />
      </div>
    </>
  );
}

function SidePane() {
  const width = useView((view) => view.toolSideWidth);
  return (
    <>
      <div className="contents max-lg:hidden">
        <ResizeHandle
          label="Width of the side panel"
          side="end"
          size={width}
          min={300}
          max={720}
          defaultSize={defaultView.toolSideWidth}
          onResize={(toolSideWidth) => changeView({ toolSideWidth })}
        />
      </div>
      <section
        aria-label="About the tool"
        style={{ width: `min(${width}px, 38vw)` }}
        className="min-h-0 shrink-0 bg-panel max-lg:min-h-120 max-lg:w-full! max-lg:border-t"
      >
        <SidePanel />
      </section>
    </>
  );
}
