// How does the setup get into the clipboard?
import { notify } from "@/components/ui/toast-queue";
import { shareableRequest } from "@/lib/client/draft-request";
import { setupStore } from "@/lib/client/setup-store";
import { currentSet } from "@/lib/client/tool-set";
import { toolStore } from "@/lib/client/tool-store";

/** The body of `POST /api/runs`, keys and secrets left out. */
export function copyAsJson(): Promise<void> {
  return copySetup("JSON", (json) => json);
}

/** The same as a command line. */
export function copyAsCurl(): Promise<void> {
  return copySetup("curl command", curlText);
}

async function copySetup(what: string, write: (json: string) => string): Promise<void> {
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
