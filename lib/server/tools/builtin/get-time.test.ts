import { describe, expect, it } from "vitest";
import { ToolFailure } from "../tool-failure";
import { getTime } from "./get-time";
import { timeZoneOf } from "./time-zone-of";
import { zonedTime } from "./zoned-time";

const context = { toolCallId: "toolu_1", signal: new AbortController().signal, log: () => undefined };

describe("the time in a zone", () => {
  const winter = new Date("2026-01-15T23:30:00Z");
  const summer = new Date("2026-07-15T00:00:00Z");

  it.each([
    ["Europe/Paris", winter, "2026-01-16T00:30:00+01:00", "Friday"],
    ["Europe/Paris", summer, "2026-07-15T02:00:00+02:00", "Wednesday"],
    ["America/New_York", summer, "2026-07-14T20:00:00-04:00", "Tuesday"],
    ["Asia/Kathmandu", winter, "2026-01-16T05:15:00+05:45", "Friday"],
    ["UTC", summer, "2026-07-15T00:00:00+00:00", "Wednesday"],
  ])("in %s at %s reads %s", (zone, instant, local_time, weekday) => {
    expect(zonedTime(instant, zone)).toEqual({ local_time, weekday, utc_offset: local_time.slice(-6) });
  });

  it("is the same instant and the same weekday in every zone the runtime knows", () => {
    for (const timeZone of Intl.supportedValuesOf("timeZone")) {
      const shown = zonedTime(winter, timeZone);
      expect(new Date(shown.local_time).getTime(), timeZone).toBe(winter.getTime());
      expect(shown.weekday).toBe(new Intl.DateTimeFormat("en", { timeZone, weekday: "long" }).format(winter));
    }
  });
});

describe("the zone of a place", () => {
  it.each([
    ["San Francisco", "America/Los_Angeles"],
    ["new york, NY", "America/New_York"],
    ["Sao Paulo", "America/Sao_Paulo"],
    ["Washington, D.C.", "America/New_York"],
    ["Japan", "Asia/Tokyo"],
    ["Halifax", "America/Halifax"],
    ["port moresby", "Pacific/Port_Moresby"],
  ])("of %s is %s", (location, zone) => {
    expect(timeZoneOf(location)?.timeZone).toBe(zone);
  });

  it.each(["Atlantis", "Paris, Texas", " , ", "United States"])("of %s is not known", (location) => {
    expect(timeZoneOf(location)).toBeNull();
  });
});

describe("get_time", () => {
  it("answers with the present", async () => {
    const before = Math.floor(Date.now() / 1_000) * 1_000;
    const answer = Object(await getTime.handle({ location: "Tokyo" }, context));
    expect(answer).toMatchObject({ location: "Tokyo, Japan", timezone: "Asia/Tokyo", utc_offset: "+09:00" });
    expect(new Date(answer.local_time).getTime()).toBeGreaterThanOrEqual(before);
    expect(new Date(answer.local_time).getTime()).toBeLessThanOrEqual(Date.now());
  });

  it("lets the time zone decide and spells it properly", async () => {
    expect(await getTime.handle({ location: "home", timezone: "asia/kolkata" }, context)).toMatchObject({
      location: "home",
      timezone: "Asia/Kolkata",
      utc_offset: "+05:30",
    });
  });

  it.each([
    [{}, /no place given/],
    [{ timezone: "Mars/Olympus" }, /no time zone named "Mars\/Olympus"/],
    [{ location: "Atlantis" }, /time zone of "Atlantis" is not known.*IANA/],
  ])("says what is missing for %j", async (input, message) => {
    const failure = getTime.handle(input, context);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toBeInstanceOf(ToolFailure);
  });
});
