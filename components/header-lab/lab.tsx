"use client";
import { useEffect, useMemo, useState } from "react";
import { restoreCells } from "@/lib/client/header-lab";
import { choiceOf, choiceParams } from "@/lib/client/lab-choice";
import type { LabSetting } from "@/lib/client/lab-setting";
import { useUrlParam } from "@/lib/client/use-url-param";
import type { PlannedCell } from "@/lib/run/header-check/check-cell";
import { checkPlan } from "@/lib/run/header-check/check-plan";
import { LabChoices } from "./lab-choices";
import { LabFacts } from "./lab-facts";
import { LabStatus } from "./lab-status";
import { LabTable } from "./lab-table";

/** What is checked on the left, what came of it on the right. */
export function Lab({ setting }: { setting: LabSetting }) {
  const { catalogue, environment } = setting;
  const installed = useMemo(() => catalogue.sdkVersions.map(({ version }) => version), [catalogue]);
  const [token, setToken] = useState("demo");
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const [engines] = useUrlParam(choiceParams.engines, "");
  const [sdk] = useUrlParam(choiceParams.sdkVersions, "");
  const [kinds] = useUrlParam(choiceParams.kinds, "");
  const [routes] = useUrlParam(choiceParams.routes, "");
  const choice = useMemo(() => {
    const texts: Record<string, string> = { engines, sdk, headers: kinds, route: routes };
    return choiceOf((name) => texts[name] ?? "", installed);
  }, [engines, sdk, kinds, routes, installed]);
  const cells = useMemo(
    () =>
      checkPlan(choice, {
        catalogue,
        environment,
        provider: { kind: "simulator" },
        gatewayToken: `Bearer ${token.trim()}`,
      }),
    [choice, catalogue, environment, token],
  );
  const planned = useMemo(
    () => cells.filter((cell): cell is PlannedCell => cell.status === "planned"),
    [cells],
  );
  useEffect(() => restoreCells(planned), [planned]);
  return (
    <div className="flex min-h-0 flex-1">
      <aside aria-label="Choices" className="w-76 shrink-0 overflow-y-auto border-r bg-panel">
        <LabChoices choice={choice} setting={setting} token={token} onTokenChange={setToken} />
        <LabFacts planned={planned} highlighted={highlighted} onHighlight={setHighlighted} />
      </aside>
      <main className="flex min-w-0 flex-1 flex-col bg-panel">
        <LabStatus cells={cells} planned={planned} />
        <LabTable cells={cells} newest={installed[0] ?? ""} highlighted={highlighted} />
      </main>
    </div>
  );
}
