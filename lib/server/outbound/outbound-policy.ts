// Which targets may a tool reach?
import { type AddressKind, addressKind } from "./address-kind";
import { OutboundRefusal } from "./outbound-refusal";

/**
 * `typed` holds the origins a person wrote down for this tool. What a model, a redirect or a server brings is never among
 * them. `local` is true where only this machine's own user can be that person: the server is bound to loopback.
 */
export type OutboundPolicy = {
  readonly typed: ReadonlySet<string>;
  readonly local: boolean;
  /** Exact `host:port` targets in internal networks that the operator allows (TOOLSCOPE_ALLOWED_HOSTS). */
  readonly allowed: ReadonlySet<string>;
};

const metadataNames = new Set(["metadata", "metadata.google.internal", "metadata.goog", "instance-data"]);

/**
 * Checks what can be checked of a target before any name is looked up.
 *
 * @returns the target as a URL
 * @throws OutboundRefusal
 */
export function checkedTarget(text: string): URL {
  if (!URL.canParse(text)) {
    throw new OutboundRefusal(
      `${shortText(text)} is no URL: write it out, such as https://api.example.com/path.`,
    );
  }
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new OutboundRefusal(`${url.protocol} URLs are not fetched: use http: or https:.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new OutboundRefusal(
      `The URL of ${url.host} carries a user name or password: put them into an Authorization header.`,
    );
  }
  if (metadataNames.has(bareHost(url))) throw refusal(url, "metadata", url.hostname);
  return url;
}

/** @throws OutboundRefusal where the policy keeps the address from being connected to */
export function checkAddress(url: URL, address: string, policy: OutboundPolicy): void {
  const kind = addressKind(address);
  if (kind === "public") return;
  if (kind === "metadata") throw refusal(url, kind, address);
  if (policy.allowed.has(hostAndPort(url))) return;
  if (policy.local && policy.typed.has(url.origin)) return;
  throw refusal(url, kind, address);
}

/** @returns every http and https origin that stands in a text, a URL or a program */
export function originsIn(text: string): Set<string> {
  const found = text.match(/https?:\/\/[^\s"'`<>\\{}|^$]+/gi) ?? [];
  return new Set(found.filter((each) => URL.canParse(each)).map((each) => new URL(each).origin));
}

/** Lower case, without brackets and the dot that may end a name. */
export function bareHost(url: URL): string {
  return url.hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

export function hostAndPort(url: URL): string {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return `${bareHost(url)}:${port}`;
}

const kindTexts: Readonly<Record<Exclude<AddressKind, "public">, string>> = {
  metadata: "where clouds hand out a machine's own credentials, which no tool may reach",
  loopback: "this machine itself",
  internal: "an internal network",
};

function refusal(url: URL, kind: Exclude<AddressKind, "public">, address: string): OutboundRefusal {
  const host = bareHost(url);
  const at = host === address ? "" : ` (${address})`;
  const remedy =
    kind === "metadata"
      ? "There is no way around it."
      : `Only a target written into the tool itself may be that, on a server that is bound to loopback; an operator can allow it by TOOLSCOPE_ALLOWED_HOSTS=${hostAndPort(url)}.`;
  return new OutboundRefusal(`${url.host}${at} is ${kindTexts[kind]}: the request was not sent. ${remedy}`);
}

function shortText(text: string): string {
  const withoutLogin = text.replace(/\/\/[^/@]*@/, "//");
  return JSON.stringify(withoutLogin.length > 100 ? `${withoutLogin.slice(0, 100)}…` : withoutLogin);
}
