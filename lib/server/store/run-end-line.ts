// Does a log that ends with this line have its end?

/** @param line the last whole line of a log, undefined for none */
export function isRunEnd(line: string | undefined): boolean {
  // Cheap to rule out: most lines are chunks of a stream, and long.
  if (line === undefined || !line.includes('"type":"run-end"')) return false;
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === "object" && event !== null && "type" in event && event.type === "run-end";
  } catch {
    return false;
  }
}
