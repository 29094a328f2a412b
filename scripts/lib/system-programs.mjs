// Which programs outside npm do the tests need, and how are they had?
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { quietly, StepFailure, step } from "./steps.mjs";

/** Debian keeps servers out of an ordinary user's PATH. */
const serverFolders = ["/usr/sbin", "/usr/local/sbin"];

/** @returns every place on the PATH where one of the names exists */
export function onPath(names) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...serverFolders];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(existsSync);
}

/** Installs a Debian package. Throws a StepFailure where the system has none or lets nobody. */
export async function aptInstall(name) {
  if (onPath(["apt-get"]).length === 0) throw new StepFailure("There is no apt-get on this system.");
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const aptGet = (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return quietly(command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  await aptGet("update");
  await aptGet("install", "-y", "--no-install-recommends", name);
}

/**
 * A program that some tests need. Where there is none and none can be had, those tests are left out, and this step says
 * so; on a CI machine (`CI` is set) that is a failure.
 */
function findProgram(name, isThere, debianPackage) {
  return step(name, async () => {
    if (isThere()) return "up to date";
    try {
      await aptInstall(debianPackage);
      return "installed";
    } catch (error) {
      if (error.exitCode !== 1 || process.env.CI) throw error;
      return `none, and none could be installed: the tests with ${name} are left out`;
    }
  });
}

/** The nginx that some tests put in front of a server. */
export const findNginx = () => findProgram("nginx", () => onPath(["nginx"]).length > 0, "nginx-light");

/** The Postgres that some tests keep runs in; Debian has the programs of each version in a folder of their own. */
export const findPostgres = () => findProgram("postgres", hasPostgres, "postgresql");

function hasPostgres() {
  const debian = "/usr/lib/postgresql";
  if (!existsSync(debian)) return false;
  return readdirSync(debian).some((version) => existsSync(join(debian, version, "bin/initdb")));
}
