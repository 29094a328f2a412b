// Why can a header not be sent as it is typed?

const oneHop = "it belongs to one connection, which the HTTP client and each proxy manage themselves";
const ofTheBody = "the HTTP client computes it from the body";

/** Headers that would be replaced, or break the request. Tried with the fetch of Node 20 and every SDK version. */
const notToBeChosen: ReadonlyMap<string, string> = new Map([
  ["connection", oneHop],
  ["keep-alive", oneHop],
  ["proxy-connection", oneHop],
  ["te", oneHop],
  ["trailer", oneHop],
  ["upgrade", oneHop],
  ["transfer-encoding", ofTheBody],
  ["content-length", ofTheBody],
  ["host", "it comes from the address of the request"],
  ["expect", "fetch does not send it"],
  ["sec-fetch-mode", "fetch writes its own value over it"],
  ["__proto__", "the SDK loses a header of this name"],
]);

/** Node takes 16 kB of headers in all by default; this server takes 64 kB. */
const longestValue = 20_480;

/** @returns what is wrong with the name and what to do; null for one that can be sent as typed */
export function headerNameProblem(name: string): string | null {
  if (name === "") return "a header needs a name";
  if (name !== name.trim()) return "a space before or after the name cannot be sent: leave it out";
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
    return "a header name is one or more letters, digits or !#$%&'*+-.^_`|~";
  const reason = notToBeChosen.get(name.toLowerCase());
  return reason === undefined ? null : `${name} cannot be chosen: ${reason}`;
}

/** @returns what is wrong with the value and what to do; null for one that can be sent as typed, an empty one too */
export function headerValueProblem(value: string): string | null {
  if (/[\r\n]/.test(value)) return "a header value cannot hold a line break: it would begin another header";
  const odd = /[^\t\x20-\x7e\x80-\xff]/u.exec(value)?.[0];
  if (odd !== undefined) return `a header value cannot hold ${characterText(odd)}`;
  if (/^[ \t]|[ \t]$/.test(value))
    return "a space or tab at the beginning or the end is taken off on the way: leave it out";
  return value.length > longestValue
    ? `a header value is limited to 20 kB (${longestValue} characters); this one has ${value.length}`
    : null;
}

function characterText(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  if (character <= "\x7f") return `the control character U+${code}`;
  return `“${character}” (U+${code}): it is limited to Latin-1 characters`;
}
