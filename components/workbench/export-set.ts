// What happens when a tool set is exported or copied?
import { notify } from "@/components/ui/toast-queue";
import { toolCatalogue } from "@/lib/client/catalogues";
import { anthropicTools, fileName, mcpTools, setFile, type Written } from "@/lib/client/set-file";
import type { ToolSet } from "@/lib/client/tool-set";

/** Hands the set over as a file, secrets left out. */
export function downloadSet(set: ToolSet): void {
  const { text, leftOut } = setFile(set);
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.href = address;
  link.download = fileName(set.name);
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  notify({
    title: `Tool set ${set.name} exported`,
    detail: noteOf(leftOut, "Secret header values are left out."),
  });
}

export async function copyTools(set: ToolSet, form: "Anthropic" | "MCP"): Promise<void> {
  const resource = toolCatalogue.current();
  const builtins = resource.status === "ready" ? resource.value : [];
  const written: Written = form === "MCP" ? mcpTools(set, builtins) : anthropicTools(set, builtins);
  try {
    await navigator.clipboard.writeText(written.text);
    notify({
      title: `Copied as ${form} tools`,
      detail: noteOf(written.leftOut, "Only the tools that are on."),
    });
  } catch (error) {
    notify({ title: "Could not copy", detail: String(error), tone: "error" });
  }
}

function noteOf(leftOut: readonly string[], otherwise: string): string {
  return leftOut.length === 0 ? otherwise : `Left out: ${leftOut.join(", ")}.`;
}
