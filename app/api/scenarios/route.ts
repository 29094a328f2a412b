import { handler } from "@/lib/server/door/api-response";
import { scenarios } from "@/lib/simulator/scenarios";
import type { Scenario } from "@/lib/simulator/scenarios/scenario";

export const dynamic = "force-dynamic";

export const GET = handler(() => Response.json({ scenarios: scenarios.map(ready) }));

/** A scenario as the fields of a run request; its script stays here and is found again by its name. */
function ready({ name, title, teaches, prompt, tools, params = {} }: Scenario) {
  const { serverTools = [], maxTurns, thinking, defaultHeaders, gateway, ...fields } = params;
  return {
    name,
    title,
    teaches,
    prompt,
    ...fields,
    tools: [...tools, ...serverTools],
    ...(maxTurns === undefined ? {} : { limits: { maxTurns } }),
    ...(thinking === undefined ? {} : { params: { thinking } }),
    ...(defaultHeaders === undefined ? {} : { headers: { default: defaultHeaders } }),
    ...(gateway === undefined ? {} : { provider: { kind: "simulator", gateway } }),
  };
}
