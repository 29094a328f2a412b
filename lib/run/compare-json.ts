// Where do several JSON values differ, field by field?
import { isJsonObject, type JsonObject } from "@/lib/protocol/json-object";
import { alignLists } from "./compare-lists";
import { type CompareMark, marksDiffer, referenceColumn } from "./compare-mark";

/** `value` is undefined where the column has nothing here. */
export type JsonCell = { readonly mark: CompareMark; readonly value: unknown };

export type JsonRow = {
  /** Names the row among all rows: `messages/0/content`. */
  readonly path: string;
  readonly label: string;
  readonly cells: readonly JsonCell[];
  /** Rows of what is inside; empty for a plain value and for what no column has as a list or object. */
  readonly children: readonly JsonRow[];
  readonly differs: boolean;
};

/**
 * @param values one a column; undefined where the column has none
 * @param baseline the column the others are compared with; where it has none, the first that has one
 * @returns one row a field, in the order of the reference, what only others have after what stands before it there
 */
export function compareJson(values: readonly unknown[], baseline: number): readonly JsonRow[] {
  const reference = referenceColumn(
    values.map((value) => value !== undefined),
    baseline,
  );
  const absent = values.map((value): CompareMark => (value === undefined ? "nothing" : "absent"));
  return childRows(values, reference, absent, "");
}

function childRows(
  values: readonly unknown[],
  reference: number,
  absent: readonly CompareMark[],
  path: string,
): JsonRow[] {
  const row = (label: string, key: string, inside: readonly unknown[]) =>
    jsonRow(inside, reference, absent, path === "" ? key : `${path}/${key}`, label);
  const lists = values.map((value) => (Array.isArray(value) ? value : null));
  if (lists.some((list) => list !== null)) {
    return alignLists(lists, reference).map((slot, place) => {
      const inside = slot.map((index, column) => (index === null ? undefined : lists[column]?.[index]));
      return row(itemLabel(slot, inside), `${place}`, inside);
    });
  }
  const objects = values.map((value) => (isJsonObject(value) ? value : null));
  return fieldNames(objects, reference).map((name) =>
    row(
      name,
      name,
      objects.map((object) => fieldOf(object, name)),
    ),
  );
}

function jsonRow(
  values: readonly unknown[],
  reference: number,
  absent: readonly CompareMark[],
  path: string,
  label: string,
): JsonRow {
  const base = values[reference];
  const cells = values.map((value, column): JsonCell => {
    if (absent[column] === "nothing") return { mark: "nothing", value };
    return { mark: markOf(base, value), value };
  });
  const shape = values.find((value) => value !== undefined);
  // Lists and objects in one row have nothing inside to align: they are told apart whole.
  const alike = values.every((value) => value === undefined || shapeOf(value) === shapeOf(shape));
  const children = alike && shapeOf(shape) !== "plain" ? childRows(values, reference, absent, path) : [];
  return { path, label, cells, children, differs: marksDiffer(cells.map((cell) => cell.mark)) };
}

function markOf(base: unknown, value: unknown): CompareMark {
  if (base === undefined) return value === undefined ? "absent" : "added";
  if (value === undefined) return "missing";
  return sameJson(base, value) ? "same" : "changed";
}

/** Equal whatever the order of fields: JSON objects have none. */
function sameJson(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameJson(item, other[index]));
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && sameJson(one[name], other[name]))
    );
  }
  return Object.is(one, other);
}

/** Own fields only: a field may be called `constructor`. */
function fieldOf(object: JsonObject | null, name: string): unknown {
  return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}

function fieldNames(objects: readonly (JsonObject | null)[], reference: number): string[] {
  const lists = objects.map((object) => (object === null ? null : Object.keys(object)));
  const all = new Set([...(lists[reference] ?? []), ...lists.flatMap((names) => names ?? [])]);
  return [...all];
}

function shapeOf(value: unknown): "list" | "object" | "plain" {
  if (Array.isArray(value)) return "list";
  return isJsonObject(value) ? "object" : "plain";
}

/** `"2 user"`: the place in the reference, or where it is first, with what makes the item known at a glance. */
function itemLabel(slot: readonly (number | null)[], inside: readonly unknown[]): string {
  const place = slot.find((index) => index !== null) ?? 0;
  const item = inside.find((value) => value !== undefined);
  const name = isJsonObject(item) ? (item.name ?? item.role ?? item.type) : undefined;
  return typeof name === "string" ? `${place + 1} ${name}` : `${place + 1}`;
}
