// Who may come in at which address, as the operator set it?
import { type AccessToken, accessTokens } from "./access-token";
import { isThisMachine } from "./arrival";

export type DoorSettings = {
  /** True where an access token is asked for. */
  readonly locked: boolean;
  readonly tokens: readonly AccessToken[];
  /** The addresses that people open this server at, besides those of this machine: `https://toolscope.example`. */
  readonly origins: readonly string[];
};

type Variables = Readonly<Record<string, string | undefined>>;

let read: { readonly from: string; readonly settings: DoorSettings } | undefined;

/**
 * Reads `TOOLSCOPE_ACCESS_TOKEN`, `TOOLSCOPE_ACCESS_TOKENS` and `TOOLSCOPE_ORIGINS`, blank ones counting as absent.
 *
 * @throws Error naming the variable that cannot be understood: a door with a broken lock stays shut
 */
export function doorSettings(variables: Variables = process.env): DoorSettings {
  const one = variables.TOOLSCOPE_ACCESS_TOKEN?.trim() ?? "";
  const named = variables.TOOLSCOPE_ACCESS_TOKENS?.trim() ?? "";
  const origins = variables.TOOLSCOPE_ORIGINS?.trim() ?? "";
  const from = [one, named, origins].join("\n");
  if (read?.from === from) return read.settings;
  const tokens = accessTokens(one, named);
  const settings = { locked: tokens.length > 0, tokens, origins: originsOf(origins) };
  const beyond = settings.origins.find((origin) => !isLoopbackName(new URL(origin).hostname));
  if (beyond !== undefined && !settings.locked) {
    throw new Error(
      `TOOLSCOPE_ORIGINS: ${beyond} lets other machines in, which needs an access token: set TOOLSCOPE_ACCESS_TOKEN.`,
    );
  }
  read = { from, settings };
  return settings;
}

/** @param hostname as in a URL */
export function isLoopbackName(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || isThisMachine(hostname);
}

function originsOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const url = URL.canParse(entry) ? new URL(entry) : undefined;
      if (url?.origin === entry.replace(/\/$/, "") && /^https?:$/.test(url.protocol)) return url.origin;
      throw new Error(
        `TOOLSCOPE_ORIGINS: "${entry}" is no address of a server. Write it as browsers do, in lower case: https://toolscope.example or http://10.0.0.5:3000.`,
      );
    });
}
