// Which programs outside npm do the tests need, and how are they had?
import { existsSync } from "node:fs";
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
 * The nginx that some tests put in front of a server. Where there is none and none can be had, those tests are left out,
 * and this step says so; on a CI machine (`CI` is set) that is a failure.
 */
export async function findNginx() {
  await step("nginx", async () => {
    if (onPath(["nginx"]).length > 0) return "up to date";
    try {
      await aptInstall("nginx-light");
      return "installed";
    } catch (error) {
      if (error.exitCode !== 1 || process.env.CI) throw error;
      return "none, and none could be installed: the tests behind nginx are left out";
    }
  });
}
