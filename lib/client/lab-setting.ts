// What does the header lab have to know of the server before it can plan?
import { engineCatalogueSchema } from "@/lib/protocol/engine-catalogue";
import { apiResource, type Resource, useResource } from "./api-resource";
import { environment } from "./catalogues";

/** With every ability of every version, which the setup has no use for. */
const catalogue = apiResource("/api/engines", (answer) => engineCatalogueSchema.parse(answer));

export type LabSetting = {
  readonly catalogue: ReturnType<typeof engineCatalogueSchema.parse>;
  /** Names that `ANTHROPIC_CUSTOM_HEADERS` of the server holds. */
  readonly environment: readonly string[];
};

export function useLabSetting(): Resource<LabSetting> {
  const engines = useResource(catalogue);
  const variables = useResource(environment);
  if (engines.status !== "ready") return engines;
  if (variables.status !== "ready") return variables;
  return {
    status: "ready",
    value: { catalogue: engines.value, environment: variables.value.customHeaderNames },
  };
}

export function loadLabSettingAgain(): void {
  catalogue.reload();
  environment.reload();
}
