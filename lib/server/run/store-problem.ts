// What stands in the way of storing runs, in words?
import "server-only";
import { machine } from "../machine";
import { StoreFailure } from "../store/store-failure";

/** @returns null where all is well; a machine that cannot even be made is a problem of its folder */
export async function storeProblem(): Promise<string | null> {
  try {
    return await machine().health.problem();
  } catch (cause) {
    if (cause instanceof StoreFailure) return cause.message;
    throw cause;
  }
}
