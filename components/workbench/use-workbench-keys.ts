// Which keys does the workbench know?
import { useEffect } from "react";
import { redoTools, undoTools } from "@/lib/client/tool-store";

/** Undo and redo of the tool set, where no field of text has the keys: there they are the field's own. */
export function useWorkbenchKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) redoTools();
      else undoTools();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), textarea, [contenteditable]") !== null
  );
}
