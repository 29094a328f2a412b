import { z } from "zod";
import type { RunRequest } from "@/lib/protocol/run-request";
import { FieldError } from "@/lib/server/door/field-error";
import { ownOrigin } from "@/lib/server/door/incoming-message";
import { faultSchema } from "@/lib/simulator/faults/fault";
import { mountedSimulator } from "@/lib/simulator/mounted-simulator";
import { scenarios } from "@/lib/simulator/scenarios";
import { scriptSchema } from "@/lib/simulator/script/script";

/**
 * Makes the simulator ready for one run: its script and faults answer under the run's own path, with a count of
 * attempts of their own, so that "fails once" fails once in every run.
 */
export function simulatorURL(runId: string, { scenario, faults }: RunRequest): string {
  const mount = `${ownOrigin()}/simulator`;
  if (scenario === undefined && faults.length === 0) return mount;
  mountedSimulator().registerScript(runId, sourceOf(scenario, faults));
  return `${mount}/~${runId}`;
}

function sourceOf(scenario: RunRequest["scenario"], faults: RunRequest["faults"]) {
  const ordered = checked("faults", z.array(faultSchema), faults);
  if (scenario === undefined) return { faults: ordered };
  if (typeof scenario !== "string")
    return { script: checked("scenario", scriptSchema, scenario), faults: ordered };
  const known = scenarios.find((each) => each.name === scenario);
  if (known === undefined) {
    const names = scenarios.map((each) => each.name).join(", ");
    throw new FieldError("scenario", `there is no scenario "${scenario}"; there are: ${names}`);
  }
  return { ...known, faults: [...(known.faults ?? []), ...ordered] };
}

function checked<Schema extends z.ZodType>(field: string, schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new FieldError([field, ...(issue?.path ?? [])].join("."), issue?.message ?? "does not fit");
}
