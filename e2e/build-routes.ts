// Which routes does the built app have?
import { readFileSync } from "node:fs";

/** Made-up values for the parameters of a path. */
const filled = (path: string) =>
  path
    .replace("[runId]", "run_0mwza4rys2a5cfc3c9c")
    .replace("[...path]", "v1/messages")
    .replace(/\[\w+\]/, "x");

function paths(kind: "route" | "page"): string[] {
  const manifest = JSON.parse(readFileSync(".next/server/app-paths-manifest.json", "utf8"));
  return Object.keys(manifest)
    .filter((path) => path.endsWith(`/${kind}`) && !path.startsWith("/_"))
    .map((path) => filled(path.slice(0, -kind.length - 1)) || "/");
}

/** Every route handler, by the path that it is served under. */
export const routesOfBuild = () => paths("route");

export const pagesOfBuild = () => paths("page");
