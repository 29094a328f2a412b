"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { renameSet } from "@/lib/client/set-edits";
import type { ToolSet } from "@/lib/client/tool-set";

/** Asks for another name of a tool set. */
export function RenameSet({ set, onDone }: { set: ToolSet; onDone: () => void }) {
  const [name, setName] = useState(set.name);
  const empty = name.trim() === "";
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()} title="Rename tool set">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (empty) return;
          renameSet(set.id, name.trim());
          onDone();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onValueChange={setName}
          autoFocus
          maxLength={80}
          error={empty ? "Give the set a name" : undefined}
        />
        <Button type="submit" variant="primary" className="self-end" disabled={empty}>
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
