// How is a header set written as text to copy?
import type { HeaderSet } from "@/lib/protocol/header-set";

/** @returns one `Name: value` line per header, in their order */
export function headerText(headers: HeaderSet): string {
  return headers.map(([name, value]) => `${name}: ${value.shown}`).join("\n");
}
