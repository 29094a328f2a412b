import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { Finding } from "@/lib/protocol/run-summary";

/** How grave a finding is, as an icon with a name. */
export function SeverityIcon({ severity }: { severity: Finding["severity"] }) {
  const shared = { role: "img", "aria-label": severity };
  if (severity === "error") return <CircleAlert {...shared} className="size-4 shrink-0 text-kind-error" />;
  if (severity === "warning")
    return <TriangleAlert {...shared} className="size-4 shrink-0 text-kind-waiting" />;
  return <Info {...shared} className="size-4 shrink-0 text-kind-request" />;
}
