// Where in a log does a reader go on?
import { ApiFailure } from "../door/api-failure";
import type { RunLines } from "./run-lines";

/**
 * @param text the seq of the last event a reader has, as it says so itself; null or empty where it says nothing
 * @throws ApiFailure where it is no such number
 */
export function afterOf(text: string | null): number {
  if (text === null || text === "") return -1;
  if (!/^(-1|\d{1,15})$/.test(text)) {
    throw new ApiFailure(400, "invalid_request", "after: give the seq of the last event you have", "after");
  }
  return Number(text);
}

/** @returns the index of the first line the reader does not have; 0 where it claims to have what the log has not */
export function placeBehind(lines: RunLines, after: number): number {
  return after < lines.length() ? after + 1 : 0;
}
