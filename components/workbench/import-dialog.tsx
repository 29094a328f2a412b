"use client";
import { FileUp } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { notify } from "@/components/ui/toast-queue";
import { closeImport, typeImport, useImportDialog } from "@/lib/client/import-dialog";
import { itemsOfImport } from "@/lib/client/import-items";
import { addSet } from "@/lib/client/set-edits";
import { addTools } from "@/lib/client/tool-edits";
import { currentSet } from "@/lib/client/tool-set";
import { toolStore, undoTools } from "@/lib/client/tool-store";
import { isJsonObject } from "@/lib/protocol/json-object";
import { countOf } from "@/lib/run/quantity-text";
import { importTools } from "@/lib/tool-design/import/import-tools";
import type { Imported } from "@/lib/tool-design/import/imported-tool";
import { itemName } from "@/lib/tool-design/item-name";
import { readJson } from "@/lib/tool-design/json-text";
import { ImportPreview } from "./import-preview";
import { selectTool } from "./use-selected-tool";

/** Paste or open what one has at hand; what it is read as is shown before anything is added. */
export function ImportDialog() {
  const { text } = useImportDialog();
  const read = importTools(text);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && closeImport()}
      title="Import tools"
      description="Tool definitions of Anthropic, OpenAI, MCP or Gemini, a tool set, a JSON Schema, a zod schema, a function in Python or TypeScript"
      className="top-[8vh] max-h-[84vh] w-180"
    >
      <div className="flex flex-col gap-3">
        <TextArea
          label="Text"
          mono
          autoFocus
          minRows={8}
          maxRows={18}
          placeholder={'def get_weather(city: str) -> dict:\n    """Gives the weather of a city."""'}
          value={text}
          onValueChange={typeImport}
        />
        <FileButton />
        <ImportPreview read={read} empty={text.trim() === ""} />
        {read.ok && <Actions read={read} text={text} />}
      </div>
    </Dialog>
  );
}

function FileButton() {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="flex items-center gap-2">
      <input
        ref={field}
        type="file"
        aria-label="File with tools"
        accept=".json,.jsonc,.ts,.tsx,.js,.mjs,.py,.txt,.md"
        className="sr-only"
        tabIndex={-1}
        onChange={async (event) => typeImport((await event.target.files?.[0]?.text()) ?? "")}
      />
      <Button size="sm" onClick={() => field.current?.click()}>
        <FileUp aria-hidden />
        Open a file
      </Button>
      <span className="text-xs text-subtle">Or drop one anywhere on the page.</span>
    </div>
  );
}

function Actions({ read, text }: { read: Extract<Imported, { ok: true }>; text: string }) {
  const count = countOf(read.tools.length, "tool");
  return (
    <div className="flex justify-end gap-2">
      <Button onClick={() => asNewSet(read, text)}>As a new tool set</Button>
      <Button variant="primary" onClick={() => intoThisSet(read)}>
        Add {count} to this set
      </Button>
    </div>
  );
}

function intoThisSet({ tools }: Extract<Imported, { ok: true }>): void {
  const taken = currentSet(toolStore.getState()).tools.map(itemName);
  const items = itemsOfImport(tools, taken);
  addTools(items);
  done(items[0]?.id, `${countOf(items.length, "tool")} added`);
}

function asNewSet({ tools, name }: Extract<Imported, { ok: true }>, text: string): void {
  const items = itemsOfImport(tools, [], switchedOff(text));
  addSet(name ?? "Imported tools", items);
  done(items[0]?.id, `Tool set with ${countOf(items.length, "tool")} added`);
}

function done(firstId: string | undefined, title: string): void {
  if (firstId !== undefined) selectTool(firstId);
  closeImport();
  notify({ title, action: { label: "Undo", run: undoTools } });
}

/** A file of ours says which tools were switched off. */
function switchedOff(text: string): string[] {
  const read = readJson(text);
  const off = "value" in read && isJsonObject(read.value) ? read.value.off : [];
  return Array.isArray(off) ? off.map(String) : [];
}
