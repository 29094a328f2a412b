// Which scenarios come with the simulator?

import { batchScenarios } from "./scenarios/batches";
import { contentScenarios } from "./scenarios/contents";
import { endingScenarios } from "./scenarios/endings";
import { failureScenarios } from "./scenarios/failures";
import { longScenarios } from "./scenarios/long";
import { lostStateScenarios } from "./scenarios/lost-state";
import { oddReplyScenarios } from "./scenarios/odd-replies";
import { peopleScenarios } from "./scenarios/people";
import type { Scenario } from "./scenarios/scenario";
import { toolLifeScenarios } from "./scenarios/tool-lives";

/** In the order in which a gallery shows them. */
export const scenarios: readonly Scenario[] = [
  ...batchScenarios,
  ...failureScenarios,
  ...endingScenarios,
  ...contentScenarios,
  ...toolLifeScenarios,
  ...peopleScenarios,
  ...lostStateScenarios,
  ...oddReplyScenarios,
  ...longScenarios,
];
