// What went wrong between us and an MCP server, in words that lead on?
import { OutboundRefusal } from "../outbound/outbound-refusal";

const longest = 300;

/** @returns the end of a sentence that begins with the server's name */
export function httpProblem(error: unknown): string {
  if (error instanceof OutboundRefusal) return `it was not asked. ${error.message}`;
  const message = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  if (/Redirect .*not followed/.test(message)) return `it answers with a redirect: ${shortened(message)}`;
  if (status === 401 || status === 403)
    return `it answers ${status}: it asks for credentials. Give it the header it wants, such as Authorization`;
  if (status === 404) return "it answers 404: look at the path of its address, which often is /mcp";
  if (status !== null && status > 0) return `it answers ${status}: ${shortened(said(message))}`;
  if (/Unexpected content type/.test(message))
    return `it answers ${message.split("content type: ")[1] ?? "something else"}, which is no MCP: look at its address`;
  if (error instanceof SyntaxError) return "it announces JSON and sends something else";
  if (error instanceof Error && error.name === "ZodError") return "it answers JSON that is no MCP message";
  return shortened(message);
}

/** @returns the HTTP status an error of the SDK's transport carries, null for any other error */
export function statusOf(error: unknown): number | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "number" && code >= 100 && code < 600 ? code : null;
}

function said(message: string): string {
  return (
    message.replace(/^Streamable HTTP error: (Error POSTing to endpoint: )?/, "").trim() || "it says no more"
  );
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
