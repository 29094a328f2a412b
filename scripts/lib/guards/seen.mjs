// Which guards were seen to be missed, and by which test?
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../steps.mjs";
import { editsOf } from "./entry.mjs";
import { groups } from "./groups.mjs";

const pathOf = (group) => join(root, "scripts/lib/guards/seen", group.seen);
const page = join(root, "docs/guards.md");

/** What has to be formatted afterwards. */
export const writtenTo = [page, join(root, "scripts/lib/guards/seen")];

/** @returns what was seen of a group's guards; what no entry of today says any more is left out */
function seenOf(group) {
  const kept = existsSync(pathOf(group)) ? JSON.parse(readFileSync(pathOf(group), "utf8")) : [];
  return group.entries.flatMap((entry) => kept.find((row) => isOf(row, entry)) ?? []);
}

/** One that was changed since has to be seen anew. */
function isOf(row, entry) {
  return JSON.stringify([row.case, row.guard, row.edits, row.test]) === JSON.stringify(identityOf(entry));
}

const identityOf = (entry) => [entry.case, entry.guard, editsOf(entry), entry.test];

/**
 * Rewrites the page, too.
 *
 * @param results entries with what was seen of each just now; of the others, what was seen before stays
 */
export function keepSeen(results) {
  for (const group of groups) {
    const now = results.filter(({ entry }) => group.entries.includes(entry));
    if (now.length === 0) continue;
    const before = seenOf(group);
    const rows = group.entries.flatMap((entry) => {
      const found = now.find((each) => each.entry === entry);
      if (found === undefined) return before.find((row) => isOf(row, entry)) ?? [];
      const [id, guard, edits, test] = identityOf(entry);
      return { case: id, guard, edits, test, ...found.seen };
    });
    writeFileSync(pathOf(group), `${JSON.stringify(rows, null, 2)}\n`);
  }
  writeFileSync(page, guardsPage());
}

/** @returns what was seen as a page of the docs */
function guardsPage() {
  const sections = groups.map((group) => {
    const seen = seenOf(group);
    const rows = group.entries.map((entry) => {
      const failed = seen.find((row) => isOf(row, entry))?.failed ?? "not tried since it was written down";
      return `| ${[entry.case, entry.guard, `\`${entry.test}\``, failed].map(cell).join(" | ")} |`;
    });
    return `## ${group.name}\n\n| case | guard that was taken away | tests | the one that failed |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  return `# Guards

Written by \`npm run test:guards -- --write\`; do not edit. Each line is a guard of a case of the public test plan that was taken
away in a copy of the working tree, and the first test of that case that failed for it. \`scripts/lib/guards\` has the changes, and
what the tests said.

${sections.join("\n")}`;
}

const cell = (text) => text.replaceAll("|", "\\|");
