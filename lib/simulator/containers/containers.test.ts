// Is a container known where it was issued, for as long as it lasts, and nowhere else?

import { describe, expect, test } from "vitest";
import { createSimulator } from "../simulator";
import { ask, bodyWith, errorIn, messageFrom } from "../testing/ask";
import { issueContainerId } from "./container-id";
import { createContainerShelf, expiresAt } from "./container-shelf";

const day = 24 * 60 * 60_000;

describe("a container id", () => {
  test("that was issued for a path is known there after a restart, and stale under another", () => {
    const id = issueContainerId("a seed", "a-path");
    const shelf = createContainerShelf();
    expect(shelf.find("a-path", id)).toBe("live");
    expect(shelf.find("", id)).toBe("expired");
    expect(shelf.find("a-path", "container_1")).toBe("unknown");
  });

  test("lasts thirty days without use, each use counting anew", () => {
    const clock = { now: 0 };
    const shelf = createContainerShelf({ now: () => clock.now });
    shelf.store("", { id: "container_own", expires_at: expiresAt });
    clock.now = 29 * day;
    expect(shelf.find("", "container_own")).toBe("live");
    clock.now = 58 * day;
    expect(shelf.find("", "container_own")).toBe("live");
    clock.now = 89 * day;
    expect(shelf.find("", "container_own")).toBe("expired");
  });

  test("goes when more are remembered than there is room for, the least recently used first", () => {
    const shelf = createContainerShelf({ maxContainers: 2 });
    for (const id of ["one", "two"]) shelf.store("", { id });
    shelf.find("", "one");
    shelf.store("", { id: "three" });
    expect(["one", "two", "three"].map((id) => shelf.find("", id))).toEqual(["live", "unknown", "live"]);
  });
});

test("a container that a script gives a time in the past is stale in the next request", async () => {
  const simulator = createSimulator({ pace: { timeToFirstTokenMs: 0, tokensPerSecond: 0 } });
  const content = [{ type: "text", text: "Here." }];
  const path = "/~boxes/v1/messages";
  const answered = async (container: Record<string, string>) => {
    simulator.registerScript("boxes", { turns: [{ content, container }] });
    const { container: given } = await messageFrom(simulator, { path });
    return errorIn(await ask(simulator, { path, body: bodyWith({ container: Object(given).id }) }))?.status;
  };
  expect(await answered({})).toBeUndefined();
  expect(await answered({ id: "container_old", expires_at: "2026-11-20T00:00:00Z" })).toBe(500);
});
