import { notify } from "@/components/ui/toast-queue";
import { sendsTheSame, setOfTools } from "@/lib/client/set-from-run";
import { defaultDraft } from "@/lib/client/setup-draft";
import { replaceSetup } from "@/lib/client/setup-store";
import { currentSet } from "@/lib/client/tool-set";
import { toolStore } from "@/lib/client/tool-store";

/** Puts every field of the setup back to its default, the tools included: other sets stay. The toast takes it back. */
export function resetSetup(): void {
  const tools = setOfTools("Built-in tools", undefined);
  const same = sendsTheSame(currentSet(toolStore.getState()).tools, tools.tools);
  const undo = same ? replaceSetup(defaultDraft) : replaceSetup(defaultDraft, tools);
  notify({ title: "Setup reset to its defaults", action: { label: "Undo", run: undo } });
}
