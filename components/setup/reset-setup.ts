import { notify } from "@/components/ui/toast-queue";
import { defaultDraft } from "@/lib/client/setup-draft";
import { replaceSetup } from "@/lib/client/setup-store";

/** Puts every field of the setup back to its default; the toast takes it back. */
export function resetSetup(): void {
  const undo = replaceSetup(defaultDraft);
  notify({ title: "Setup reset to its defaults", action: { label: "Undo", run: undo } });
}
