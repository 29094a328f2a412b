"use client";
import dynamic from "next/dynamic";
import { useOverlay } from "./overlay";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});

/** The windows over the page, loaded when first opened. */
export function Overlays() {
  const overlay = useOverlay((state) => state.overlay);
  if (overlay === "palette") return <CommandPalette />;
  if (overlay === "shortcuts") return <ShortcutsDialog />;
  return null;
}
