// Which entry of a script answers this request?

import type { MessagesRequest } from "../api/messages-request";
import { holds } from "./condition";
import type { Script } from "./script";

/** The first entry whose `when` holds, as an index in `script.turns`; -1 where there is none. */
export function conditionalTurn(script: Script, turn: number, request: MessagesRequest): number {
  return script.turns.findIndex(({ when }) => when !== undefined && holds(when, turn, request));
}

/**
 * The index in `script.turns`: the first entry whose `when` holds, else the one whose place among the entries without
 * `when` is the turn (from 0). Past the last of those it is an index past the end, by as much.
 */
export function turnOfScript(script: Script, turn: number, request: MessagesRequest): number {
  const conditional = conditionalTurn(script, turn, request);
  if (conditional >= 0) return conditional;
  const plain = script.turns.flatMap(({ when }, index) => (when === undefined ? [index] : []));
  return plain[turn] ?? script.turns.length + turn - plain.length;
}
