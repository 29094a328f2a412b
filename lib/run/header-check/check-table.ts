// How do the cells of a header check stand in a table?
import type { CheckCell } from "./check-cell";
import type { CheckRoute, HeaderKind } from "./check-choice";

export type CheckColumn = {
  readonly key: string;
  readonly kind: HeaderKind;
  readonly route: CheckRoute;
  readonly labels: { readonly kind: string; readonly route: string };
};

/** One engine in one version. */
export type CheckRow = {
  readonly key: string;
  readonly labels: { readonly engine: string; readonly version: string };
  /** One per column, in their order. */
  readonly cells: readonly CheckCell[];
};

export type CheckGroup = { readonly engine: string; readonly rows: readonly CheckRow[] };

export type CheckTable = { readonly columns: readonly CheckColumn[]; readonly groups: readonly CheckGroup[] };

/**
 * @param cells of one plan: engines first, then versions, kinds and routes
 * @returns a row per engine and version, grouped by engine; a column per kind and route
 */
export function checkTable(cells: readonly CheckCell[]): CheckTable {
  const columns = new Map<string, CheckColumn>();
  const rows = new Map<string, CheckRow & { cells: CheckCell[] }>();
  for (const cell of cells) {
    const { kind, route, labels } = cell;
    const column = `${kind}/${route}`;
    columns.set(column, { key: column, kind, route, labels: { kind: labels.kind, route: labels.route } });
    const key = `${cell.engine}@${labels.version}`;
    const row = rows.get(key) ?? {
      key,
      labels: { engine: labels.engine, version: labels.version },
      cells: [],
    };
    row.cells.push(cell);
    rows.set(key, row);
  }
  const engines = [...new Set([...rows.values()].map(({ labels }) => labels.engine))];
  return {
    columns: [...columns.values()],
    groups: engines.map((engine) => ({
      engine,
      rows: [...rows.values()].filter(({ labels }) => labels.engine === engine),
    })),
  };
}
