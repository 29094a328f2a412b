// The app as the end-to-end tests meet it: built from these sources, on a data folder of its own, without any key.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { build, nextBin } from "./lib/build.mjs";
import { childExit, main, passSignalsOn, quietNext, roomForHeaders, root } from "./lib/steps.mjs";

/** Blank rather than absent: Next.js would fill an absent one in from a developer's `.env`. */
const blank = [
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_AUTH_TOKEN",
  "ANTHROPIC_BASE_URL",
  "ANTHROPIC_CUSTOM_HEADERS",
  "DATABASE_URL",
  "TOOLSCOPE_ACCESS_TOKEN",
  "TOOLSCOPE_ACCESS_TOKENS",
  "TOOLSCOPE_ORIGINS",
  "TOOLSCOPE_GATEWAY_TOKEN",
];

await main(async () => {
  await build();
  const { HOST: host, PORT: port, TOOLSCOPE_DATA_DIR: dataDir } = process.env;
  const child = spawn(process.execPath, [nextBin, "start", "-H", host, "-p", port], {
    cwd: root,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("ANTHROPIC_"))),
      ...Object.fromEntries(blank.map((name) => [name, ""])),
      NODE_ENV: "production",
      ...quietNext,
      ...roomForHeaders,
    },
    stdio: "inherit",
  });
  passSignalsOn(child);
  process.exitCode = await childExit(child);
  rmSync(dataDir, { recursive: true, force: true });
});
