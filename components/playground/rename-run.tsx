"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { closeOverlay } from "@/lib/client/overlay";
import { changeLabel, runLabel } from "@/lib/client/run-label";

/** Asks for another name of the run on screen. */
export function RenameRun() {
  const [name, setName] = useState(() => runLabel()?.title ?? "");
  const [error, setError] = useState<string>();
  const rename = async () => {
    const problem = await changeLabel({ name: name.trim() });
    if (problem === null) closeOverlay();
    else setError(problem.message);
  };
  return (
    <Dialog open onOpenChange={closeOverlay} title="Rename run">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void rename();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onValueChange={(value) => {
            setName(value);
            setError(undefined);
          }}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
          maxLength={200}
          hint="Blank for the beginning of the prompt."
          error={error}
        />
        <Button type="submit" variant="primary" className="self-end">
          Rename
        </Button>
      </form>
    </Dialog>
  );
}
