// Which scenarios come with the simulator?

import { batchScenarios } from "./scenarios/batches";
import { contentScenarios } from "./scenarios/contents";
import { endingScenarios } from "./scenarios/endings";
import { failureScenarios } from "./scenarios/failures";
import { longScenarios } from "./scenarios/long";
import type { Scenario } from "./scenarios/scenario";

/** In the order in which a gallery shows them. */
export const scenarios: readonly Scenario[] = [
  ...batchScenarios,
  ...failureScenarios,
  ...endingScenarios,
  ...contentScenarios,
  ...longScenarios,
];
