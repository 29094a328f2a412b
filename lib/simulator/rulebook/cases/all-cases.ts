// Which are all the cases of the rulebook?

import { accountCases } from "./account-cases";
import { betaFieldCases } from "./beta-field-cases";
import { cacheCases } from "./cache-cases";
import { compactionCases } from "./compaction-cases";
import { conversationCases } from "./conversation-cases";
import { executedToolCases } from "./executed-tool-cases";
import { modelAndToolCases } from "./model-and-tool-cases";
import { providedToolCases } from "./provided-tool-cases";
import type { RuleCase } from "./rule-case";
import { serverToolCases } from "./server-tool-cases";
import { shapeCases } from "./shape-cases";
import { strictSchemaCases } from "./strict-schema-cases";
import { systemAndImageCases } from "./system-and-image-cases";
import { thinkingCases } from "./thinking-cases";
import { threadCases } from "./thread-cases";
import { transportCases } from "./transport-cases";

/** In the order of the rules. */
export const allCases: readonly RuleCase[] = [
  ...transportCases,
  ...accountCases,
  ...betaFieldCases,
  ...shapeCases,
  ...modelAndToolCases,
  ...strictSchemaCases,
  ...providedToolCases,
  ...cacheCases,
  ...compactionCases,
  ...conversationCases,
  ...systemAndImageCases,
  ...serverToolCases,
  ...executedToolCases,
  ...thinkingCases,
  ...threadCases,
];
