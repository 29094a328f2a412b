import { Ban, CircleAlert, CircleCheck, CircleDashed, ShieldQuestion } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { McpServerState } from "@/lib/protocol/mcp-server";

const looks: Readonly<Record<McpServerState, { word: string; icon: ReactNode; tone: string }>> = {
  idle: { word: "Not connected", icon: <CircleDashed aria-hidden />, tone: "text-subtle" },
  connecting: { word: "Connecting", icon: <Spinner />, tone: "text-kind-request-text" },
  connected: { word: "Connected", icon: <CircleCheck aria-hidden />, tone: "text-kind-result-text" },
  failed: { word: "Failed", icon: <CircleAlert aria-hidden />, tone: "text-kind-error-text" },
  "needs-consent": {
    word: "Needs your consent",
    icon: <ShieldQuestion aria-hidden />,
    tone: "text-kind-waiting-text",
  },
  refused: { word: "Not allowed", icon: <Ban aria-hidden />, tone: "text-kind-waiting-text" },
  unreadable: { word: "Cannot be read", icon: <CircleAlert aria-hidden />, tone: "text-kind-error-text" },
};

/** How it stands with a server: an icon, a word and a colour. */
export function ServerState({ state }: { state: McpServerState }) {
  const { word, icon, tone } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1 text-xs [&_svg]:size-3.5 [&_svg]:shrink-0 ${tone}`}>
      {icon}
      {word}
    </span>
  );
}
