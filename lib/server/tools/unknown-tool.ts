// What does the model hear when it calls a tool the run does not have?
import { closestName } from "./closest-name";
import type { Tool } from "./tool";

const shownNames = 50;

/**
 * @param known the names of the run's tools, in the order of the request
 * @returns a tool whose calls all answer with an error that names the tools there are, and the one probably meant
 */
export function unknownTool(name: string, known: readonly string[]): Tool {
  const result = { content: unknownText(name, known), isError: true };
  return { name, definition: { name }, handler: "none", run: async () => result };
}

function unknownText(name: string, known: readonly string[]): string {
  const missing = `Error: there is no tool named ${JSON.stringify(name)}.`;
  if (known.length === 0) return `${missing} No tools are available here: answer without one.`;
  const closest = closestName(name, known);
  const hint = closest === null ? "" : ` Did you mean ${closest}?`;
  const more = known.length > shownNames ? `, and ${known.length - shownNames} more` : "";
  return `${missing}${hint} Available tools: ${known.slice(0, shownNames).join(", ")}${more}.`;
}
