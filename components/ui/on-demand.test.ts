// Is code that comes later loaded once, and again only where it did not come?
import { expect, test, vi } from "vitest";
import { onDemand } from "./on-demand";

test("it is loaded once, however often it is asked for, and then there", async () => {
  const start = vi.fn(async () => "module");
  const part = onDemand(start);
  expect(part.current()).toBeNull();
  part.load();
  part.load();
  await vi.waitFor(() => expect(part.current()).toBe("module"));
  part.load();
  expect(start).toHaveBeenCalledOnce();
});

test("after a failure the next call tries again", async () => {
  const start = vi.fn(async () => "module").mockRejectedValueOnce(new Error("offline"));
  const part = onDemand(start);
  part.load();
  await vi.waitFor(() => {
    part.load();
    expect(part.current()).toBe("module");
  });
  expect(start).toHaveBeenCalledTimes(2);
});
