// What does the time tool answer?
import { z } from "zod";
import { ToolFailure } from "../tool-failure";
import { builtinTool } from "./builtin-tool";
import { serviceLatency } from "./service-latency";
import { timeZoneNamed, timeZoneOf, type ZonedPlace } from "./time-zone-of";
import { zonedTime } from "./zoned-time";

const description =
  "Gets the current local date and time of one place or time zone, with its weekday and its offset from UTC. Use it " +
  "for questions about the time somewhere, and call it once for each place asked about. Give either a location (a city " +
  "or a country with a single time zone) or an IANA time zone such as Europe/Paris; where both are given the time zone " +
  "decides. It knows the present only: it does not convert other times.";

const input = z.strictObject({
  location: z.string().min(1).optional().describe('City or country, such as "Tokyo" or "New York"'),
  timezone: z.string().min(1).optional().describe('IANA time zone name, such as "America/New_York" or "UTC"'),
});

export const getTime = builtinTool("get_time", description, input, async (asked, { signal }) => {
  const { location, timeZone } = zonedPlace(asked);
  await serviceLatency(`get_time ${location}`, [120, 480], signal);
  return { location, timezone: timeZone, ...zonedTime(new Date(), timeZone) };
});

function zonedPlace({ location, timezone }: z.output<typeof input>): ZonedPlace {
  if (timezone !== undefined) {
    const timeZone = timeZoneNamed(timezone.trim());
    if (timeZone !== null) return { location: location?.trim() ?? timeZone, timeZone };
    throw new ToolFailure(
      `Error: there is no time zone named ${JSON.stringify(timezone)}. Give an IANA name such as "Europe/Paris", or ` +
        'leave it out and give "location".',
    );
  }
  if (location === undefined) {
    throw new ToolFailure(
      'Error: no place given. Call it again with "location" (a city, such as "Tokyo") or "timezone" (an IANA name).',
    );
  }
  const found = timeZoneOf(location);
  if (found !== null) return found;
  throw new ToolFailure(
    `Error: the time zone of ${JSON.stringify(location)} is not known. Call it again with "timezone" set to the IANA ` +
      'name of its zone, such as "America/Chicago", or with the nearest large city as "location".',
  );
}
