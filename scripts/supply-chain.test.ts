// P48 supply-chain: is what gets installed exactly what was looked at, without code that runs at the installation?
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
};
type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};

const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
const manifest: Manifest = read("package.json");
const { "": project, ...packages }: Readonly<Record<string, Entry>> = read("package-lock.json").packages;
const entries = Object.entries(packages);
const isRuntime = ({ dev, devOptional }: Entry) => dev !== true && devOptional !== true;

/** @returns what is wrong with a lock file's entry; nothing where it says exactly what to install */
function problemOf(
  path: string,
  { version, resolved, integrity, link, inBundle }: Entry,
): string | undefined {
  // Packed inside another package, whose hash covers it.
  if (inBundle === true) return undefined;
  if (link === true) return `${path} is a link to a folder`;
  if (!/^\d+\.\d+\.\d+/.test(version ?? "")) return `${path} has the version "${version}"`;
  // Without an address it comes from the registry in use, which the hash holds to the same bytes.
  if (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/"))
    return `${path} comes from ${resolved}`;
  if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "")) return `${path} has no integrity hash`;
  return undefined;
}

describe("the lock file", () => {
  test("names one version and a hash for each of its packages", () => {
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.map(([path, entry]) => problemOf(path, entry)).filter(Boolean)).toEqual([]);
  });

  test.each<[string, Entry]>([
    ["a git address", { version: "1.0.0", resolved: "git+ssh://git@github.com/a/b.git#1", integrity: "" }],
    ["another registry", { version: "1.0.0", resolved: "https://evil.test/a.tgz", integrity: "sha512-" }],
    ["no hash", { version: "1.0.0", resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" }],
    ["a link", { link: true }],
  ])("is not taken with %s", (_what, entry) => {
    expect(problemOf("a", entry)).toBeDefined();
  });

  test("belongs to package.json", () => {
    const { dependencies, devDependencies } = manifest;
    expect(project).toMatchObject({ dependencies, devDependencies });
  });
});

test("no package that runs in the app has an install script", () => {
  const withScript = entries.filter(([, entry]) => entry.hasInstallScript === true);
  expect(withScript.filter(([, entry]) => isRuntime(entry)).map(([path]) => path)).toEqual([]);
  // The lock file takes npm's word for it: what is installed is looked at too.
  const scripted = entries
    .filter(([path, entry]) => isRuntime(entry) && existsSync(join(root, path, "package.json")))
    .filter(([path]) => {
      const { scripts = {} }: Partial<Manifest> = read(join(path, "package.json"));
      return ["preinstall", "install", "postinstall"].some((name) => name in scripts);
    })
    .map(([path]) => path);
  expect(scripted).toEqual([]);
});

test("every version in package.json is exact", () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const loose = wanted.filter(([, version]) => !/^(npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test("Next.js and the MCP SDK are at or above the versions without known holes", () => {
  const atLeast = (name: string, floor: readonly number[]) => {
    const parts = (manifest.dependencies[name] ?? "0").split(".").map(Number);
    for (const [index, least] of floor.entries()) {
      if (parts[index] !== least) return (parts[index] ?? 0) > least;
    }
    return true;
  };
  expect(atLeast("next", [16, 4, 6])).toBe(true);
  expect(atLeast("@modelcontextprotocol/sdk", [1, 24, 0])).toBe(true);
  expect(atLeast("next", [999, 0, 0])).toBe(false);
});

test("what the project installs by itself runs no package's script", () => {
  expect(readFileSync(join(root, "scripts/lib/install.mjs"), "utf8")).toContain('"ci", "--ignore-scripts"');
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual(
    [],
  );
});
