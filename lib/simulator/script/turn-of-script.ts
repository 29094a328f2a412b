// Which entry of a script answers this request?

import type { MessagesRequest } from "../api/messages-request";
import { holds } from "./condition";
import type { Script } from "./script";

/**
 * The index in `script.turns`: the first entry whose `when` holds, else the one whose place among the entries without
 * `when` is the turn (from 0). Past the last of those it is an index past the end, by as much.
 */
export function turnOfScript(script: Script, turn: number, request: MessagesRequest): number {
  const conditional = script.turns.findIndex(({ when }) => when !== undefined && holds(when, turn, request));
  if (conditional >= 0) return conditional;
  const plain = script.turns.flatMap(({ when }, index) => (when === undefined ? [index] : []));
  return plain[turn] ?? script.turns.length + turn - plain.length;
}
