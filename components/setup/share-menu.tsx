"use client";
import { Braces, Copy, SquareTerminal } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/toast-queue";
import { setupStore } from "@/lib/client/setup-store";
import { currentSet } from "@/lib/client/tool-set";
import { toolStore } from "@/lib/client/tool-store";

/** The setup to take elsewhere: the body of `POST /api/runs`, keys and secrets left out. */
export function ShareMenu() {
  return (
    <DropdownMenu onOpenChange={(open) => open && void loadRequest()}>
      <DropdownMenuTrigger asChild>
        <IconButton label="Copy setup">
          <Copy aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => void copySetup("JSON", (json) => json)}>
          <Braces aria-hidden />
          Copy as JSON
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void copySetup("curl command", curlText)}>
          <SquareTerminal aria-hidden />
          Copy as curl
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Loaded with the menu, so that it is there when the clipboard asks for a fresh click. */
function loadRequest() {
  return import("@/lib/client/draft-request");
}

async function copySetup(what: string, write: (json: string) => string): Promise<void> {
  const { shareableRequest } = await loadRequest();
  const { tools } = currentSet(toolStore.getState());
  const request = shareableRequest(setupStore.getState().draft, tools);
  if (!request.ok) {
    notify({ title: "The setup is not valid yet", detail: request.problem.message, tone: "error" });
    return;
  }
  try {
    await navigator.clipboard.writeText(write(JSON.stringify(request.body, null, 2)));
    notify({ title: `Setup copied as ${what}`, detail: "Keys and secret values are left out." });
  } catch (error) {
    notify({ title: "Could not copy", detail: String(error), tone: "error" });
  }
}

function curlText(json: string): string {
  const quoted = `'${json.replaceAll("'", "'\\''")}'`;
  return `curl -sS ${window.location.origin}/api/runs -H 'content-type: application/json' -d ${quoted}`;
}
