// `npm run dev`: the app with changes showing as they are made.
import { spawn } from "node:child_process";
import { listenAddress, refuseTakenPort } from "./lib/address.mjs";
import { nextBin } from "./lib/build.mjs";
import { checkNode, install } from "./lib/install.mjs";
import { childExit, main, passSignalsOn, quietNext, roomForHeaders, root } from "./lib/steps.mjs";

await main(async () => {
  checkNode();
  const address = listenAddress();
  const { host, port } = address;
  await refuseTakenPort(address, "npm run dev");
  await install();
  const child = spawn(process.execPath, [nextBin, "dev", "-H", host, "-p", String(port)], {
    cwd: root,
    env: { ...process.env, ...quietNext, ...roomForHeaders, HOST: host, PORT: String(port) },
    stdio: "inherit",
  });
  passSignalsOn(child);
  process.exitCode = await childExit(child);
});
