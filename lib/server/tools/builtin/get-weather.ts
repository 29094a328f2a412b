// What does the weather tool answer?
import { z } from "zod";
import { ToolFailure } from "../tool-failure";
import { builtinTool } from "./builtin-tool";
import { type Climate, knownPlace, placeTitle, plainPlaceName } from "./places";
import { seededInteger } from "./seeded-number";
import { serviceLatency } from "./service-latency";

const description =
  "Gets the weather of one place: temperature, conditions, relative humidity in percent and wind in kilometres per " +
  "hour. Use it whenever someone asks how warm, wet or windy a place is, and call it once for each place asked about. " +
  "The values are typical of the place and always the same, not measured today, so it cannot give forecasts, past " +
  "weather or warnings. It answers for any city; an unknown one gets made-up but plausible values.";

const input = z.strictObject({
  location: z
    .string()
    .min(1)
    .describe(
      'City, with the country or state where the name alone is ambiguous, such as "Paris" or "Portland, Oregon"',
    ),
  unit: z.enum(["celsius", "fahrenheit"]).optional().describe("Unit of the temperature; celsius if left out"),
});

export const getWeather = builtinTool(
  "get_weather",
  description,
  input,
  async ({ location, unit = "celsius" }, { signal }) => {
    const asked = plainPlaceName(location);
    if (!/\p{L}/u.test(asked)) {
      throw new ToolFailure(
        `Error: ${JSON.stringify(location)} is not a place. Give "location" as a city, such as "Paris".`,
      );
    }
    await serviceLatency(`get_weather ${asked}`, [300, 900], signal);
    const place = knownPlace(location);
    const climate = place ?? imaginedClimate(asked);
    return {
      location: place === undefined ? location.trim() : placeTitle(place),
      temperature: unit === "celsius" ? climate.celsius : Math.round(climate.celsius * 1.8 + 32),
      unit,
      conditions: climate.conditions,
      humidity: climate.humidity,
      wind_kph: climate.windKph,
    };
  },
);

const skies = ["Sunny", "Clear", "Partly cloudy", "Overcast", "Light rain", "Scattered showers"];

function imaginedClimate(seed: string): Climate {
  return {
    celsius: seededInteger(`${seed} celsius`, 4, 27),
    humidity: seededInteger(`${seed} humidity`, 45, 85),
    windKph: seededInteger(`${seed} wind`, 5, 24),
    conditions: skies[seededInteger(`${seed} sky`, 0, skies.length - 1)] ?? "Clear",
  };
}
