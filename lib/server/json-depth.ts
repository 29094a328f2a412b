// Is a JSON value nested deeper than anything that works on it can bear?

/** Level by level instead of by recursion: the depth of what was sent must not become the depth of our stack. */
export function depthExceeds(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each) : []));
  }
  return false;
}
