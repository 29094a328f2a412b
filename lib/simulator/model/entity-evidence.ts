// What does a clause hold that only one kind of tool can use?

import type { CustomTool } from "../api/messages-request";
import { currenciesIn } from "./entities/currencies";
import { hasArithmetic } from "./entities/numbers";
import { emailsIn, urlsIn } from "./entities/phrases";
import { tickersIn } from "./entities/tickers";
import { type ParameterKind, parametersOf } from "./parameter";
import { contentStems, stem } from "./words";

type Evidence = {
  /** Parameters of these kinds can take what was found. */
  readonly kinds: readonly ParameterKind[];
  readonly weight: number;
  readonly holds: (clause: string, about: ReadonlySet<string>) => boolean;
};

const evidences: readonly Evidence[] = [
  { kinds: ["numbers", "number", "expression"], weight: 4, holds: canCompute },
  { kinds: ["currency"], weight: 4, holds: (clause) => currenciesIn(clause).length > 1 },
  { kinds: ["email"], weight: 3, holds: (clause) => emailsIn(clause).length > 0 },
  {
    kinds: ["ticker"],
    weight: 4,
    holds: (clause) => /\b(?:share|stock|price|quote|trading)/iu.test(clause) && tickersIn(clause).length > 0,
  },
  { kinds: ["time-zone"], weight: 3, holds: (clause) => /\btime\b|o'?clock/iu.test(clause) },
  { kinds: ["url"], weight: 3, holds: (clause) => urlsIn(clause).length > 0 },
];

/** The weight of all that speaks for the tool. */
export function entityEvidence(clause: string, tool: CustomTool): number {
  const kinds = new Set(parametersOf(tool).map(({ kind }) => kind));
  const about = contentStems(`${tool.name} ${tool.description ?? ""}`);
  return evidences
    .filter((evidence) => evidence.kinds.some((kind) => kinds.has(kind)) && evidence.holds(clause, about))
    .reduce((sum, { weight }) => sum + weight, 0);
}

const adding = ["sum", "add", "total", "plus"].map(stem);
const anyArithmetic = [
  "arithmetic",
  "math",
  "calculator",
  "expression",
  "evaluate",
  "multiply",
  "product",
].map(stem);

/** A tool that only adds is not asked to multiply. */
function canCompute(clause: string, about: ReadonlySet<string>): boolean {
  if (!hasArithmetic(clause)) return false;
  const isProduct = /\bmultipl|\btimes\b|\bdivide|[×*÷]/iu.test(clause);
  return (
    anyArithmetic.some((word) => about.has(word)) || (!isProduct && adding.some((word) => about.has(word)))
  );
}
