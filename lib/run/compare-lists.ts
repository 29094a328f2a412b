// Which items of several lists are the same thing, though one list has more or other items?
import { diffArrays } from "diff";
import { isJsonObject } from "@/lib/protocol/json-object";

/** Where one thing stands in each list; null where a list does not have it. */
export type ListSlot = readonly (number | null)[];

type Item = { readonly index: number; readonly value: unknown };
type Pair = readonly [left: number | null, right: number | null];

/**
 * Equal items pair up first; between them, items of the same make (type, role, name) do, so that a changed message is
 * one changed message and not one taken away and one added.
 *
 * @param lists one a column; null where the column has none
 * @param reference the list whose order leads
 */
export function alignLists(lists: readonly (readonly unknown[] | null)[], reference: number): ListSlot[] {
  const others = lists.map((_, column) => column).filter((column) => column !== reference);
  let slots: (number | null)[][] = [];
  for (const column of [reference, ...others]) {
    const known = slots.map((slot) => valueIn(lists, slot));
    const pairs = pairItems(itemsOf(known), itemsOf(lists[column] ?? []), [JSON.stringify, makeOf]);
    slots = pairs.map(([left, right]) => {
      const slot = left === null ? lists.map(() => null) : slots[left];
      return lists.map((_, each) => (each === column ? right : (slot?.[each] ?? null)));
    });
  }
  return slots;
}

function itemsOf(values: readonly unknown[]): Item[] {
  return values.map((value, index) => ({ index, value }));
}

/** What stands in a slot, as the first list that has it does. */
function valueIn(lists: readonly (readonly unknown[] | null)[], slot: ListSlot): unknown {
  const column = slot.findIndex((index) => index !== null);
  return lists[column]?.[slot[column] ?? -1];
}

/** Pairs what has the same first key, in order; what lies between two pairs is paired by the next key, or stays alone. */
function pairItems(
  left: readonly Item[],
  right: readonly Item[],
  keys: readonly ((value: unknown) => string)[],
): Pair[] {
  const [key, ...coarser] = keys;
  if (key === undefined)
    return [
      ...left.map(({ index }): Pair => [index, null]),
      ...right.map(({ index }): Pair => [null, index]),
    ];
  const pairs: Pair[] = [];
  let [leftGap, rightGap]: [Item[], Item[]] = [[], []];
  const closeGap = () => {
    if (leftGap.length + rightGap.length > 0) pairs.push(...pairItems(leftGap, rightGap, coarser));
    [leftGap, rightGap] = [[], []];
  };
  const rest = { left: [...left], right: [...right] };
  const keysOf = (items: readonly Item[]) => items.map(({ value }) => key(value));
  for (const { count, added, removed } of diffArrays(keysOf(left), keysOf(right))) {
    if (removed) leftGap.push(...rest.left.splice(0, count));
    else if (added) rightGap.push(...rest.right.splice(0, count));
    else {
      closeGap();
      const same = rest.right.splice(0, count);
      pairs.push(
        ...rest.left.splice(0, count).map(({ index }, step): Pair => [index, same[step]?.index ?? null]),
      );
    }
  }
  closeGap();
  return pairs;
}

function makeOf(item: unknown): string {
  if (!isJsonObject(item)) return Array.isArray(item) ? "list" : typeof item;
  return ["type", "role", "name"].map((field) => String(item[field] ?? "")).join("/");
}
