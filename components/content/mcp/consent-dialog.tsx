"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { agreeToCommand } from "@/lib/client/mcp-servers";
import type { McpCommand } from "@/lib/protocol/mcp-server";
import { CommandLine } from "./command-line";

/** Asks for consent to exactly what is shown: another command line asks again. */
export function ConsentDialog({
  name,
  command: given,
  onClose,
}: {
  name: string;
  command: McpCommand;
  onClose: () => void;
}) {
  // What was shown is what is agreed to, whatever changes behind it.
  const [command] = useState(given);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const agree = async () => {
    setRunning(true);
    const failed = await agreeToCommand(name, command.hash);
    setRunning(false);
    if (failed === null) onClose();
    else setProblem(failed.message);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Run the program of ${name}?`}
      description="It runs with your rights on this machine. Agree only if you know it."
      className="w-160"
    >
      <div className="flex flex-col gap-4">
        <CommandLine command={command} />
        <p className="text-xs text-muted">
          Your consent is kept for exactly this: with another argument, folder or environment you are asked
          again.
        </p>
        {problem !== null && (
          <p role="alert" className="text-xs text-kind-error-text">
            {problem}
          </p>
        )}
        <div className="flex items-center justify-end gap-2">
          {running && <Spinner label="Starting" className="size-4" />}
          <Button onClick={onClose}>Not now</Button>
          <Button variant="primary" disabled={running} onClick={() => void agree()}>
            Run this command
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
