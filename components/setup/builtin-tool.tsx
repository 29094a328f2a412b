"use client";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { JsonView } from "@/components/ui/json-view";
import { Switch } from "@/components/ui/switch";
import type { CatalogueTool } from "@/lib/client/catalogues";
import { editSetup, setupStore, useSetup } from "@/lib/client/setup-store";
import { builtinToolNames } from "@/lib/protocol/builtin-tool-names";

/** A built-in tool: a switch, and on demand what the model gets to read about it. */
export function BuiltinTool({ tool }: { tool: CatalogueTool }) {
  const enabled = useSetup(({ draft }) => draft.builtinTools.some((name) => name === tool.name));
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li>
      <div className="flex h-7 items-center gap-1 rounded-md px-1 hover:bg-hover">
        <IconButton
          label={`About ${tool.name}`}
          size="sm"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight className={`transition-transform ${open ? "rotate-90" : ""}`} aria-hidden />
        </IconButton>
        <span className="min-w-0 flex-1 truncate font-mono text-xs" title={tool.description}>
          {tool.name}
        </span>
        <Switch
          label={tool.name}
          labelHidden
          checked={enabled}
          onCheckedChange={(checked) => switchTool(tool.name, checked)}
        />
      </div>
      {open && (
        <div id={id} className="mx-1 mb-2 ml-7 flex flex-col gap-2">
          <p className="text-xs text-muted">{tool.description}</p>
          <div className="rounded-md border bg-sunken p-1.5">
            <JsonView value={tool.inputSchema} label={`Input schema of ${tool.name}`} />
          </div>
        </div>
      )}
    </li>
  );
}

/** The tools stay in the order of the catalogue, so that the same choice is always the same request. */
function switchTool(name: string, enabled: boolean): void {
  const chosen = setupStore.getState().draft.builtinTools;
  editSetup({
    builtinTools: builtinToolNames.filter((each) => (each === name ? enabled : chosen.includes(each))),
  });
}
