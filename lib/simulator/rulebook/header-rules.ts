// Which headers must a request carry before its body is looked at?

import type { Rule } from "./rule";

export type RequestHead = { readonly header: (name: string) => string | undefined };

export const apiVersions = ["2023-06-01", "2026-10-21"] as const;
export type ApiVersion = (typeof apiVersions)[number];

export function isApiVersion(value: string | undefined): value is ApiVersion {
  return apiVersions.some((version) => version === value);
}

export const versionRules: readonly Rule<RequestHead>[] = [
  {
    number: 1,
    precondition: "no anthropic-version header",
    status: 400,
    evidenced: true,
    violation: ({ header }) =>
      header("anthropic-version") ? undefined : { path: "anthropic-version", wording: "header is required" },
  },
  {
    number: null,
    precondition: "an API version that does not exist",
    status: 400,
    evidenced: false,
    violation: ({ header }) => {
      const version = header("anthropic-version");
      if (isApiVersion(version)) return undefined;
      return {
        path: "anthropic-version",
        wording: `"${version}" is not a valid version. Send one of: ${apiVersions.join(", ")}`,
      };
    },
  },
];

export const credentialRules: readonly Rule<RequestHead>[] = [
  {
    number: 2,
    precondition: "no credential",
    status: 401,
    evidenced: true,
    violation: (head) =>
      apiKeyOf(head) || bearerTokenOf(head) ? undefined : { wording: "x-api-key header is required" },
  },
  {
    number: 3,
    precondition: "a refused key in x-api-key: `invalid`, or any that begins with `sk-invalid`",
    status: 401,
    evidenced: true,
    violation: (head) => (isRefused(apiKeyOf(head)) ? { wording: "invalid x-api-key" } : undefined),
  },
  {
    number: 4,
    precondition: "the same keys as a bearer token",
    status: 401,
    evidenced: true,
    violation: (head) => (isRefused(bearerTokenOf(head)) ? { wording: "Invalid bearer token" } : undefined),
  },
];

export const betaRules: readonly Rule<RequestHead>[] = [
  {
    number: 11,
    precondition:
      "a beta value that cannot be one: every beta ends with its date; beyond that the simulator knows no list of them",
    status: 400,
    evidenced: true,
    violation: (head) => {
      const silly = betasOf(head).find(
        (beta) => !/^[a-z0-9][a-z0-9.-]{0,90}-\d{4}-?\d{2}-?\d{2}$/i.test(beta),
      );
      if (silly === undefined) return undefined;
      const wording = `Unexpected value(s) \`${silly}\` for the \`anthropic-beta\` header.`;
      const advice =
        "Please consult our documentation at platform.claude.com/docs or try again without the header.";
      return { wording: `${wording} ${advice}` };
    },
  },
];

/** The values of `anthropic-beta`, split at commas and trimmed. */
export function betasOf({ header }: RequestHead): readonly string[] {
  const values = (header("anthropic-beta") ?? "").split(",").map((value) => value.trim());
  return values.filter((value) => value !== "");
}

/** The credential, wherever it stands. */
export function keyOf(head: RequestHead): string | undefined {
  return apiKeyOf(head) ?? bearerTokenOf(head);
}

function apiKeyOf({ header }: RequestHead): string | undefined {
  return header("x-api-key")?.trim();
}

function bearerTokenOf({ header }: RequestHead): string | undefined {
  return /^bearer\s+(\S.*)$/i.exec(header("authorization")?.trim() ?? "")?.[1];
}

function isRefused(key: string | undefined): boolean {
  return key === "invalid" || (key?.startsWith("sk-invalid") ?? false);
}
