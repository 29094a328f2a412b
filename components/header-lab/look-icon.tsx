import {
  ArrowLeftRight,
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleStop,
  Clock,
  type LucideIcon,
  Replace,
  TriangleAlert,
} from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import { Spinner } from "@/components/ui/spinner";
import type { CellLook } from "./cell-words";

type Look = { readonly Icon: LucideIcon; readonly icon: string; readonly cell: string };

/** Never colour alone: each look has an icon of its own, and words beside it. */
export const cellLooks: Readonly<Record<CellLook, Look>> = {
  arrived: { Icon: CircleCheck, icon: "text-kind-result-text", cell: "" },
  renamed: { Icon: ArrowLeftRight, icon: "text-kind-request-text", cell: "" },
  replaced: {
    Icon: Replace,
    icon: "text-header-changed-text",
    cell: "bg-header-changed-soft text-header-changed-text",
  },
  lost: {
    Icon: CircleMinus,
    icon: "text-header-missing-text",
    cell: "bg-header-missing-soft text-header-missing-text outline-1 outline-dashed -outline-offset-2 outline-header-missing",
  },
  failed: { Icon: TriangleAlert, icon: "text-kind-error-text", cell: "text-kind-error-text" },
  broken: { Icon: TriangleAlert, icon: "text-kind-error-text", cell: "text-kind-error-text" },
  "not-shown": { Icon: CircleHelp, icon: "text-kind-waiting-text", cell: "text-kind-waiting-text" },
  stopped: { Icon: CircleStop, icon: "text-kind-waiting-text", cell: "text-muted" },
  waiting: { Icon: Clock, icon: "text-subtle", cell: "text-subtle" },
  running: { Icon: CircleDashed, icon: "text-kind-request-text", cell: "text-muted" },
  idle: { Icon: CircleDashed, icon: "text-subtle", cell: "text-subtle" },
  "not-applicable": { Icon: Ban, icon: "text-subtle", cell: "bg-sunken text-subtle" },
};

export function LookIcon({ look }: { look: CellLook }) {
  const { Icon, icon } = cellLooks[look];
  const className = classNames("mt-px size-3.5 shrink-0", icon);
  return look === "running" ? <Spinner className={className} /> : <Icon aria-hidden className={className} />;
}
