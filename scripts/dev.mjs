// `npm run dev`: the app with changes showing as they are made.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { listenAddress, loadEnvFile } from "./lib/address.mjs";
import { nextBin } from "./lib/build.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { main, root } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  loadEnvFile(join(root, ".env"));
  const { host, port } = listenAddress();
  await install();
  const child = spawn(process.execPath, [nextBin, "dev", "-H", host, "-p", String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", HOST: host, PORT: String(port) },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 130)));
});
