// How does a cell look by its tone?
import type { CellTone } from "@/lib/run/header-cell-text";

export const toneLooks: Readonly<Record<CellTone, string>> = {
  same: "text-header-same-text font-bold",
  quiet: "text-subtle",
  changed: "bg-header-changed-soft text-header-changed-text",
  added: "bg-header-added-soft text-header-added-text",
  missing:
    "bg-header-missing-soft text-header-missing-text outline-1 outline-dashed -outline-offset-2 outline-header-missing",
  none: "",
};
