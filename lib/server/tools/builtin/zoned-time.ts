// What does the clock on the wall show in a time zone?

export type ZonedTime = {
  /** ISO 8601 with offset: `2026-11-21T09:30:00+01:00`. */
  readonly local_time: string;
  readonly weekday: string;
  /** `+01:00`; `+00:00` in UTC. */
  readonly utc_offset: string;
};

/** @param timeZone an IANA name the runtime knows */
export function zonedTime(instant: Date, timeZone: string): ZonedTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    weekday: "long",
    timeZoneName: "longOffset",
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  const time = `${part("hour")}:${part("minute")}:${part("second")}`;
  return { local_time: `${date}T${time}${offset}`, weekday: part("weekday"), utc_offset: offset };
}
