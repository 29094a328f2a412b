// How do chunks of bytes become lines, without ever holding more than one may have?

/**
 * @param most bytes a line may have
 * @param line called with each line, its end taken off
 * @returns takes the next chunk; false where a line became too long
 */
export function createLineReader(most: number, line: (text: string) => void): (chunk: Buffer) => boolean {
  let held: Buffer[] = [];
  let bytes = 0;
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      if (bytes + end - from > most) return false;
      held.push(chunk.subarray(from, end));
      const text = Buffer.concat(held).toString("utf8");
      held = [];
      bytes = 0;
      from = end + 1;
      line(text.endsWith("\r") ? text.slice(0, -1) : text);
    }
    const rest = chunk.subarray(from);
    if (rest.length > 0) held.push(rest);
    bytes += rest.length;
    return bytes <= most;
  };
}
