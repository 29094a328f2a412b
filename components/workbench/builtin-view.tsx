"use client";
import { Copy } from "lucide-react";
import { Button } from "@/components/ui/button";
import { JsonView } from "@/components/ui/json-view";
import { Skeleton } from "@/components/ui/skeleton";
import { useResource } from "@/lib/client/api-resource";
import { type CatalogueTool, toolCatalogue } from "@/lib/client/catalogues";
import { takeBuiltinApart } from "@/lib/client/tool-edits";
import type { BuiltinItem } from "@/lib/tool-design/tool-item";
import { EditorSection } from "./editor-section";

/** A built-in tool is what it is; as a definition of one's own it can be changed. */
export function BuiltinView({ tool }: { tool: BuiltinItem }) {
  const tools = useResource(toolCatalogue);
  if (tools.status === "loading") return <Skeleton className="h-40" />;
  if (tools.status === "error") {
    return (
      <p className="text-xs text-muted">
        The built-in tools could not be loaded. {tools.message}{" "}
        <Button size="sm" onClick={toolCatalogue.reload}>
          Try again
        </Button>
      </p>
    );
  }
  const known = tools.value.find(({ name }) => name === tool.name);
  return known === undefined ? null : <Definition tool={tool} known={known} />;
}

function Definition({ tool, known }: { tool: BuiltinItem; known: CatalogueTool }) {
  return (
    <>
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <h2 className="font-mono text-sm">{tool.name}</h2>
          <span className="rounded-sm bg-sunken px-1.5 text-2xs text-subtle">built-in</span>
          <Button size="sm" className="ml-auto" onClick={() => takeBuiltinApart(tool.id, known)}>
            <Copy aria-hidden />
            Make it my own
          </Button>
        </div>
        <p className="text-muted">{known.description}</p>
        <p className="text-xs text-subtle">
          Its code is part of Toolscope. As a tool of your own it keeps that code while you change what the
          model reads.
        </p>
      </div>
      <EditorSection title="Input schema">
        <div className="rounded-md border bg-panel p-2">
          <JsonView value={known.inputSchema} label={`Input schema of ${tool.name}`} openDepth={3} />
        </div>
      </EditorSection>
    </>
  );
}
