// Which script and which endpoint does a path name?

export type SimulatorPath = {
  /** The name after `~` in front of the API's own path. */
  readonly scriptName?: string;
  /** The API's path: `/v1/messages`. */
  readonly apiPath: string;
};

/** `/~<name>/v1/messages` chooses a script; a trailing slash is no part of a path. */
export function parsePath(path: string): SimulatorPath {
  const [, name, rest] = /^\/~([^/]+)(\/.*)?$/.exec(path) ?? [];
  const apiPath = (name === undefined ? path : (rest ?? "/")).replace(/(?<=.)\/$/, "");
  return name === undefined ? { apiPath } : { scriptName: decoded(name), apiPath };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
