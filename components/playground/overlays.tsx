"use client";
import dynamic from "next/dynamic";
import { Toasts } from "@/components/content/toasts";
import { useOverlay } from "@/lib/client/overlay";
import { loadPalette } from "./load-palette";

const CommandPalette = dynamic(() => loadPalette().then((module) => module.CommandPalette), { ssr: false });
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});
const RenameRun = dynamic(() => import("./rename-run").then((module) => module.RenameRun), { ssr: false });

/** What lies over the page at times, loaded when first needed. */
export function Overlays() {
  return (
    <>
      <OpenOverlay />
      <Toasts />
    </>
  );
}

function OpenOverlay() {
  const overlay = useOverlay((state) => state.overlay);
  if (overlay === "palette") return <CommandPalette />;
  if (overlay === "shortcuts") return <ShortcutsDialog />;
  if (overlay === "rename") return <RenameRun />;
  return null;
}
