// Do the secrets of a tool's own requests stay out of the log?
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startProviderStub, toolUse } from "../testing/provider-stub";
import { recordRun } from "../testing/recorded-run";
import { calls, says } from "../testing/stub-replies";

test("a secret header of an HTTP tool arrives, and is nowhere in the log, whoever repeats it", async ({
  onTestFinished,
}) => {
  const secret = "shop-secret-4711";
  const shop = createServer((request, response) => response.end(`you sent ${request.headers["x-shop"]}`));
  await new Promise<void>((done) => shop.listen(0, "127.0.0.1", done));
  const provider = await startProviderStub([
    calls(toolUse("toolu_a", "ask_shop", {})),
    says(`It says ${secret}`),
  ]);
  onTestFinished(() => provider.close());
  onTestFinished(() => void shop.close());
  const { lines, of } = await recordRun(provider.baseURL, {
    prompt: "Go",
    tools: [
      {
        name: "ask_shop",
        description: "Asks the shop.",
        inputSchema: { type: "object" },
        handler: {
          kind: "http",
          url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`,
          headers: [{ name: "x-shop", value: secret, secret: true }],
        },
      },
    ],
  });
  expect(of("tool-call-end")[0]?.result).toMatchObject({ isError: false });
  expect(JSON.stringify(provider.received[1])).toContain(secret);
  expect(lines.join("\n")).not.toContain(secret);
});
