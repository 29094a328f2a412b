// Under which name does a session's cookie travel, and with which rules?
import { sessionSeconds } from "./session";

/** Cookies know no ports: two servers on one machine need two names. @param host as the browser wrote it */
function nameFor(host: string): string {
  return `toolscope-session-${/:(\d+)$/.exec(host)?.[1] ?? "web"}`;
}

/** @returns the value that the caller sent; blank for none */
export function sessionCookie(headers: Headers): string {
  const name = nameFor(headers.get("host") ?? "");
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

/** @param origin the address that the browser shows, which decides whether the cookie may travel unencrypted */
export function setSessionCookie(origin: string, value: string | null): string {
  const { host, protocol } = new URL(origin);
  const age = value === null ? 0 : sessionSeconds;
  const secure = protocol === "https:" ? "; Secure" : "";
  return `${nameFor(host)}=${value ?? ""}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`;
}
