// How is the table of a header check written for an issue or a chat?
import type { CheckCell } from "./check-cell";
import { checkTable } from "./check-table";

/**
 * @param textOf what a cell says; empty where there is nothing to say yet
 * @returns a Markdown table, one row per engine and version
 */
export function checkMarkdown(cells: readonly CheckCell[], textOf: (cell: CheckCell) => string): string {
  const { columns, groups } = checkTable(cells);
  const routes = new Set(columns.map(({ route }) => route));
  const head = columns.map(({ labels }) =>
    routes.size > 1 ? `${labels.kind}, ${labels.route.toLowerCase()}` : labels.kind,
  );
  const rows = groups.flatMap((group) =>
    group.rows.map(({ labels, cells: own }) => [
      labels.engine,
      labels.version,
      ...own.map((cell) => textOf(cell) || "–"),
    ]),
  );
  return [["Engine", "Version", ...head], ["", "", ...head].map(() => "---"), ...rows]
    .map((texts) => `| ${texts.map(escaped).join(" | ")} |`)
    .join("\n");
}

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}
