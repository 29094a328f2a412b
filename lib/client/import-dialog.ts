// What is in the import dialog of the workbench, if it is open?
import { create } from "zustand";

type ImportDialog = { readonly open: boolean; readonly text: string };

export const useImportDialog = create<ImportDialog>(() => ({ open: false, text: "" }));

export function openImport(text = ""): void {
  useImportDialog.setState({ open: true, text });
}

export function closeImport(): void {
  useImportDialog.setState({ open: false, text: "" });
}

export function typeImport(text: string): void {
  useImportDialog.setState({ text });
}
