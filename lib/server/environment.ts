// What does the server's environment say?
import "server-only";
import { resolve } from "node:path";
import { doorSettings, isLoopbackName } from "./door/door-settings";

export type Environment = {
  readonly dataDir: string;
  /** Where several servers keep their runs together. */
  readonly databaseURL: string | undefined;
  readonly apiKey: string | undefined;
  readonly authToken: string | undefined;
  readonly baseURL: string | undefined;
  /** The only token that the embedded gateway takes. */
  readonly gatewayToken: string | undefined;
  /** What the SDK adds to every request by `ANTHROPIC_CUSTOM_HEADERS`. */
  readonly customHeaders: readonly { readonly name: string; readonly value: string }[];
  /** Which hosts tools may reach besides the public internet: see outbound-policy.ts. */
  readonly network: {
    /** True where only this machine's own user can reach the server. */
    readonly local: boolean;
    /** `host:port` pairs of internal networks that the operator allows. */
    readonly allowed: ReadonlySet<string>;
  };
  /** Whether MCP servers may be run on this machine: where only its own user can ask for it, or the operator says so. */
  readonly mcpStdio: boolean;
  /** Every other value that must never be shown. */
  readonly secrets: readonly string[];
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Read at each call: a test, or a person, may change the environment of a running server. Blank counts as absent. */
export function readEnvironment(variables: Variables = process.env): Environment {
  const value = (name: string) => variables[name]?.trim() || undefined;
  const door = doorSettings(variables);
  const local =
    isLoopback(value("HOST")) && door.origins.every((origin) => isLoopbackName(new URL(origin).hostname));
  const databasePassword = databasePasswordOf(value("DATABASE_URL"));
  return {
    dataDir: resolve(/* turbopackIgnore: true */ value("TOOLSCOPE_DATA_DIR") ?? ".toolscope"),
    databaseURL: value("DATABASE_URL"),
    apiKey: value("ANTHROPIC_API_KEY"),
    authToken: value("ANTHROPIC_AUTH_TOKEN"),
    baseURL: value("ANTHROPIC_BASE_URL"),
    gatewayToken: value("TOOLSCOPE_GATEWAY_TOKEN"),
    customHeaders: parsedCustomHeaders(variables.ANTHROPIC_CUSTOM_HEADERS ?? ""),
    network: {
      local,
      allowed: new Set(
        (value("TOOLSCOPE_ALLOWED_HOSTS") ?? "")
          .toLowerCase()
          .split(/[\s,]+/)
          .filter(Boolean),
      ),
    },
    mcpStdio: local || value("TOOLSCOPE_ALLOW_MCP_STDIO") === "1",
    secrets: [
      ...door.tokens.map(({ token }) => token),
      ...[value("TOOLSCOPE_GATEWAY_TOKEN"), databasePassword].filter((secret) => secret !== undefined),
    ],
  };
}

/** Nothing else may be bound to without an access token, see scripts/lib/address.mjs. */
function isLoopback(host: string | undefined): boolean {
  return host === undefined || ["localhost", "127.0.0.1", "::1", "[::1]"].includes(host.toLowerCase());
}

/** One `Name: value` a line, split at the first colon, lines without one ignored: as the SDK reads them. */
function parsedCustomHeaders(text: string) {
  return text.split("\n").flatMap((line) => {
    const colon = line.indexOf(":");
    return colon < 0 ? [] : [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }];
  });
}

function databasePasswordOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  return decodeURIComponent(new URL(url).password) || undefined;
}
