// Which of the tools does one clause of a prompt ask for?

import type { CustomTool } from "../api/messages-request";
import { isJsonObject } from "../json/canonical-json";
import { entityEvidence } from "./entity-evidence";
import { parametersOf } from "./parameter";
import { contentStems, stem, subjectOfStem, wordsOf } from "./words";

const threshold = 3;
const weights = {
  exactName: 12,
  nameNoun: 4,
  nameVerb: 2,
  choice: 4,
  parameter: 1,
  description: 1.2,
  mostDescription: 2.4,
};
const verbs = new Set(
  "search find list create send read write update delete add calculate convert draw check fetch look make run query open".split(
    " ",
  ),
);

type Match = { readonly tool: CustomTool; readonly score: number; readonly subjects: ReadonlySet<string> };

/** The tools a clause asks for, one for each subject it names, in the order in which it names them. */
export function matchTools(clause: string, tools: readonly CustomTool[]): readonly CustomTool[] {
  const matches = tools.map((tool) => matchOf(clause, tool)).sort((a, b) => b.score - a.score);
  const chosen: Match[] = [];
  for (const match of matches) {
    if (match.score < (chosen.length === 0 ? weights.mostDescription : threshold)) break;
    const taken = new Set(chosen.flatMap(({ subjects }) => [...subjects]));
    const isNew = [...match.subjects].some((subject) => !taken.has(subject));
    if (chosen.length === 0 || isNew) chosen.push(match);
  }
  const order = wordsOf(clause).map((word) => subjectOfStem(stem(word)));
  const placeOf = ({ subjects }: Match) =>
    Math.min(...[...subjects].map((subject) => order.indexOf(subject)).map(orLast));
  return chosen.sort((a, b) => placeOf(a) - placeOf(b)).map(({ tool }) => tool);
}

function orLast(index: number): number {
  return index === -1 ? Number.MAX_SAFE_INTEGER : index;
}

/** The tool that fits best, whether or not it fits well: for a caller who insists on a call. */
export function closestTool(text: string, tools: readonly CustomTool[]): CustomTool | undefined {
  return tools.map((tool) => matchOf(text, tool)).sort((a, b) => b.score - a.score)[0]?.tool;
}

function matchOf(clause: string, tool: CustomTool): Match {
  const spoken = new Set(Array.from(contentStems(clause), subjectOfStem));
  const nameWords = wordsOf(tool.name)
    .map(stem)
    .filter((word) => contentStems(word).size > 0);
  const nouns = nameWords.filter((word) => !verbs.has(word));
  const subjects = new Set<string>();
  let score = isNamed(clause, tool.name) ? weights.exactName : 0;
  if (score > 0) subjects.add(tool.name);
  for (const word of new Set(nameWords)) {
    const subject = subjectOfStem(word);
    if (!spoken.has(subject)) continue;
    const isVerb = verbs.has(word) && nouns.length > 0;
    score += isVerb ? weights.nameVerb : weights.nameNoun;
    if (!isVerb) subjects.add(subject);
  }
  const evidence = entityEvidence(clause, tool);
  if (evidence > 0) subjects.add(`${tool.name} values`);
  return { tool, score: score + evidence + describedScore(spoken, tool), subjects };
}

function isNamed(clause: string, name: string): boolean {
  return name.includes("_") || /[a-z][A-Z]/.test(name)
    ? clause.includes(name)
    : new RegExp(`\\b${name}\\b (?:tool|function)`, "i").test(clause);
}

function describedScore(spoken: ReadonlySet<string>, tool: CustomTool): number {
  const described = new Set(Array.from(contentStems(tool.description ?? ""), subjectOfStem));
  const shared = [...described].filter((word) => spoken.has(word)).length * weights.description;
  const properties = parametersOf(tool);
  const named = properties.filter(({ name }) =>
    [...contentStems(name)].some((word) => spoken.has(subjectOfStem(word))),
  );
  const chosen = properties.some(({ schema }) =>
    choicesOf(schema).some((value) => {
      const words = [...contentStems(String(value))];
      return words.length > 0 && words.every((word) => spoken.has(subjectOfStem(word)));
    }),
  );
  const choice = chosen ? weights.choice : 0;
  return Math.min(shared, weights.mostDescription) + named.length * weights.parameter + choice;
}

function choicesOf(schema: { readonly [key: string]: unknown }): readonly unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum;
  return isJsonObject(schema.items) && Array.isArray(schema.items.enum) ? schema.items.enum : [];
}
