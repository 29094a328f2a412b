import { describe, expect, it } from "vitest";
import { createEventBuilder } from "./testing/event-builder";
import { axisTicks, tickStep } from "./timeline-axis";
import { extentIn, timeAt, wholeWindow, zoomBy, zoomTo } from "./timeline-window";

const labels = (from: number, to: number, most: number) =>
  axisTicks({ from, to }, most).map((tick) => tick.label);

describe("the window over a run's time", () => {
  it("grows in steps while the run goes on and fits its end afterwards", () => {
    const log = createEventBuilder().turn().at(1_000);
    const open = log.request().soFar();
    expect(wholeWindow(open, 1_000)).toEqual({ from: 0, to: 1_500 });
    expect(wholeWindow(open, 1_300)).toEqual({ from: 0, to: 1_500 });
    expect(wholeWindow(open, 1_400)).toEqual({ from: 0, to: 2_000 });
    expect(wholeWindow(log.run(), 9_000)).toEqual({ from: 0, to: 1_020 });
  });

  it("cuts a stretch at its edges and leaves out what lies outside", () => {
    const window = { from: 100, to: 300 };
    expect(extentIn(window, 50, 200)).toEqual({ left: 0, width: 0.5 });
    expect(extentIn(window, 250, 900)).toEqual({ left: 0.75, width: 0.25 });
    expect(extentIn(window, 400, 500)).toBeNull();
    expect(extentIn(window, 10, 90)).toBeNull();
  });

  it("zooms to a stretch dragged in either direction and stays inside the run", () => {
    const whole = { from: 0, to: 1_000 };
    expect(zoomTo(whole, 600, 200)).toEqual({ from: 200, to: 600 });
    expect(zoomTo(whole, 999.9, 1_000)).toEqual({ from: 998, to: 1_000 });
    expect(zoomTo(whole, -500, 5_000)).toEqual(whole);
  });

  it("keeps the moment under the pointer in its place when zooming by a factor", () => {
    const window = { from: 0, to: 1_000 };
    const closer = zoomBy(window, window, 0.5, 250);
    expect(closer).toEqual({ from: 125, to: 625 });
    expect(timeAt(closer, 0.25)).toBe(250);
  });
});

describe("the ticks of the axis", () => {
  it.each([
    [7, 10],
    [10, 10],
    [11, 20],
    [0.3, 0.5],
    [2_400, 5_000],
    [10_001, 15_000],
    [100_000, 120_000],
    [5_000_000, 7_200_000],
  ])("stand at round steps: at least %s ms apart is %s ms", (least, step) =>
    expect(tickStep(least)).toBe(step),
  );

  it("carry the unit that suits the step", () => {
    expect(labels(0, 1_020, 6)).toEqual(["0", "200 ms", "400 ms", "600 ms", "800 ms", "1.0 s"]);
    expect(labels(2_000, 8_000, 4)).toEqual(["2 s", "4 s", "6 s", "8 s"]);
    expect(labels(1_510, 1_550, 5)).toEqual(["1,510 ms", "1,520 ms", "1,530 ms", "1,540 ms", "1,550 ms"]);
    expect(labels(0, 90_000, 6)).toEqual([
      "0",
      "0:15 min",
      "0:30 min",
      "0:45 min",
      "1 min",
      "1:15 min",
      "1:30 min",
    ]);
    expect(labels(10, 12, 5)).toEqual(["10.0 ms", "10.5 ms", "11.0 ms", "11.5 ms", "12.0 ms"]);
  });

  it("never crowd the axis, whatever the window", () => {
    for (const width of [2, 37, 410, 999, 12_345, 61_000, 86_400_000]) {
      expect(axisTicks({ from: 13, to: 13 + width }, 8).length).toBeLessThanOrEqual(9);
    }
  });
});
