// What happens to text that is dropped or pasted onto the page itself?
import { useEffect } from "react";
import { notify } from "@/components/ui/toast-queue";
import { openImport } from "@/lib/client/import-dialog";

/** Bytes. */
const largestFile = 20_000_000;

/** A file dropped anywhere, or text pasted where no field takes it, opens the import dialog. */
export function useFileDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void openFile(file);
    };
    const paste = (event: ClipboardEvent) => {
      const { target } = event;
      const isField =
        target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
      const text = event.clipboardData?.getData("text") ?? "";
      if (!isField && text.trim() !== "") openImport(text);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, []);
}

async function openFile(file: File): Promise<void> {
  if (file.size > largestFile) {
    notify({ title: "That file is too large", detail: "A file with tools may have 20 MB.", tone: "error" });
    return;
  }
  openImport(await file.text());
}
