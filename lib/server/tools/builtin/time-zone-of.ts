// Which time zone is a place in?
import { knownPlace, placeTitle, plainPlaceName } from "./places";

export type ZonedPlace = { readonly location: string; readonly timeZone: string };

/** Countries with one time zone for all of their mainland. */
const countryZones = new Map(
  Object.entries({
    argentina: "America/Argentina/Buenos_Aires",
    austria: "Europe/Vienna",
    belgium: "Europe/Brussels",
    china: "Asia/Shanghai",
    colombia: "America/Bogota",
    denmark: "Europe/Copenhagen",
    egypt: "Africa/Cairo",
    england: "Europe/London",
    finland: "Europe/Helsinki",
    france: "Europe/Paris",
    germany: "Europe/Berlin",
    greece: "Europe/Athens",
    hawaii: "Pacific/Honolulu",
    iceland: "Atlantic/Reykjavik",
    india: "Asia/Kolkata",
    ireland: "Europe/Dublin",
    israel: "Asia/Jerusalem",
    italy: "Europe/Rome",
    japan: "Asia/Tokyo",
    kenya: "Africa/Nairobi",
    nepal: "Asia/Kathmandu",
    netherlands: "Europe/Amsterdam",
    "new zealand": "Pacific/Auckland",
    nigeria: "Africa/Lagos",
    norway: "Europe/Oslo",
    peru: "America/Lima",
    philippines: "Asia/Manila",
    poland: "Europe/Warsaw",
    scotland: "Europe/London",
    "south africa": "Africa/Johannesburg",
    "south korea": "Asia/Seoul",
    sweden: "Europe/Stockholm",
    switzerland: "Europe/Zurich",
    thailand: "Asia/Bangkok",
    turkey: "Europe/Istanbul",
    uk: "Europe/London",
    "united arab emirates": "Asia/Dubai",
    "united kingdom": "Europe/London",
    vietnam: "Asia/Ho_Chi_Minh",
  }),
);

/**
 * @param location a well-known city, a country with one time zone, or any city that names an IANA time zone
 * @returns null where nothing fits
 */
export function timeZoneOf(location: string): ZonedPlace | null {
  const place = knownPlace(location);
  if (place !== undefined) return { location: placeTitle(place), timeZone: place.timeZone };
  const [city = "", qualifier] = location.split(",").map(plainPlaceName);
  // A city known elsewhere than asked for ("Paris, Texas") must not get the time of its namesake.
  if (city === "" || (qualifier !== undefined && knownPlace(city) !== undefined)) return null;
  const timeZone = (qualifier === undefined ? countryZones.get(city) : undefined) ?? zoneNamedAfter(city);
  return timeZone === undefined ? null : { location: location.trim(), timeZone };
}

function zoneNamedAfter(city: string): string | undefined {
  return Intl.supportedValuesOf("timeZone").find(
    (zone) => plainPlaceName(zone.split("/").at(-1) ?? "") === city,
  );
}

/** @returns the zone in its proper spelling, or null where there is no such zone */
export function timeZoneNamed(name: string): string | null {
  try {
    const resolved = new Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone;
    if (resolved.toLowerCase() === name.toLowerCase()) return resolved;
    // An alias keeps its name (Asia/Kolkata resolves to Asia/Calcutta) and gets its capitals.
    return name.replaceAll(/(?<![A-Za-z])[a-z]/g, (letter) => letter.toUpperCase());
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
