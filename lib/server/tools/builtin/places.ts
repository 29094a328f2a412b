// What is known about the cities people ask about?

/** Yearly means, so that an answer is plausible in any month: °C, percent relative humidity, km/h. */
export type Climate = {
  readonly celsius: number;
  readonly humidity: number;
  readonly windKph: number;
  readonly conditions: string;
};

export type Place = Climate & {
  readonly name: string;
  /** Country first; after it whatever else people write behind the comma. */
  readonly within: readonly string[];
  readonly aliases: readonly string[];
  readonly timeZone: string;
};

const us = ["United States", "USA", "US", "U.S.", "U.S.A.", "America"];
const uk = ["United Kingdom", "UK", "U.K.", "Great Britain", "GB"];

type Row = [
  name: string,
  within: readonly string[],
  timeZone: string,
  climate: [celsius: number, humidity: number, windKph: number, conditions: string],
  aliases?: readonly string[],
];

const rows: readonly Row[] = [
  [
    "San Francisco",
    [...us, "CA", "California"],
    "America/Los_Angeles",
    [14, 74, 19, "Fog clearing to sun"],
    ["SF"],
  ],
  ["Los Angeles", [...us, "CA", "California"], "America/Los_Angeles", [19, 66, 10, "Sunny"], ["LA"]],
  ["Seattle", [...us, "WA", "Washington"], "America/Los_Angeles", [11, 73, 13, "Light rain"]],
  ["Denver", [...us, "CO", "Colorado"], "America/Denver", [11, 51, 14, "Clear"]],
  ["Chicago", [...us, "IL", "Illinois"], "America/Chicago", [11, 69, 17, "Partly cloudy"]],
  ["Austin", [...us, "TX", "Texas"], "America/Chicago", [21, 66, 13, "Sunny"]],
  [
    "New York",
    [...us, "NY"],
    "America/New_York",
    [13, 63, 15, "Partly cloudy"],
    ["New York City", "NYC", "Manhattan"],
  ],
  ["Boston", [...us, "MA", "Massachusetts"], "America/New_York", [11, 66, 18, "Partly cloudy"]],
  [
    "Washington",
    [...us, "DC", "D.C."],
    "America/New_York",
    [15, 64, 13, "Partly cloudy"],
    ["Washington DC", "Washington D.C."],
  ],
  ["Miami", [...us, "FL", "Florida"], "America/New_York", [25, 73, 15, "Scattered showers"]],
  ["Toronto", ["Canada", "CA", "ON", "Ontario"], "America/Toronto", [9, 71, 16, "Partly cloudy"]],
  ["Vancouver", ["Canada", "CA", "BC", "British Columbia"], "America/Vancouver", [11, 77, 12, "Light rain"]],
  ["Mexico City", ["Mexico", "MX", "CDMX"], "America/Mexico_City", [17, 58, 9, "Partly cloudy"], ["CDMX"]],
  ["São Paulo", ["Brazil", "BR", "Brasil", "SP"], "America/Sao_Paulo", [20, 76, 10, "Scattered showers"]],
  [
    "Rio de Janeiro",
    ["Brazil", "BR", "Brasil", "RJ"],
    "America/Sao_Paulo",
    [24, 79, 13, "Partly cloudy"],
    ["Rio"],
  ],
  ["Buenos Aires", ["Argentina", "AR"], "America/Argentina/Buenos_Aires", [18, 71, 14, "Sunny"]],
  ["London", [...uk, "England"], "Europe/London", [11, 76, 16, "Overcast"]],
  ["Edinburgh", [...uk, "Scotland"], "Europe/London", [9, 79, 20, "Light rain"]],
  ["Dublin", ["Ireland", "IE"], "Europe/Dublin", [10, 81, 19, "Light rain"]],
  ["Paris", ["France", "FR"], "Europe/Paris", [13, 73, 13, "Partly cloudy"]],
  ["Madrid", ["Spain", "ES"], "Europe/Madrid", [15, 55, 10, "Sunny"]],
  ["Barcelona", ["Spain", "ES", "Catalonia"], "Europe/Madrid", [17, 69, 12, "Sunny"]],
  ["Lisbon", ["Portugal", "PT"], "Europe/Lisbon", [17, 72, 16, "Sunny"]],
  ["Rome", ["Italy", "IT"], "Europe/Rome", [16, 70, 11, "Sunny"]],
  ["Berlin", ["Germany", "DE"], "Europe/Berlin", [10, 74, 15, "Partly cloudy"]],
  ["Munich", ["Germany", "DE", "Bavaria"], "Europe/Berlin", [9, 76, 11, "Partly cloudy"], ["München"]],
  ["Zurich", ["Switzerland", "CH"], "Europe/Zurich", [10, 75, 9, "Partly cloudy"]],
  ["Vienna", ["Austria", "AT"], "Europe/Vienna", [11, 71, 14, "Partly cloudy"], ["Wien"]],
  ["Amsterdam", ["Netherlands", "NL", "Holland"], "Europe/Amsterdam", [11, 80, 20, "Overcast"]],
  ["Stockholm", ["Sweden", "SE"], "Europe/Stockholm", [7, 76, 14, "Partly cloudy"]],
  ["Oslo", ["Norway", "NO"], "Europe/Oslo", [6, 75, 11, "Overcast"]],
  ["Reykjavik", ["Iceland", "IS"], "Atlantic/Reykjavik", [5, 78, 23, "Wind and showers"]],
  ["Istanbul", ["Turkey", "Türkiye", "TR"], "Europe/Istanbul", [15, 74, 17, "Partly cloudy"]],
  ["Moscow", ["Russia", "RU"], "Europe/Moscow", [6, 77, 12, "Overcast"]],
  ["Cairo", ["Egypt", "EG"], "Africa/Cairo", [22, 54, 14, "Clear"]],
  ["Lagos", ["Nigeria", "NG"], "Africa/Lagos", [27, 84, 12, "Thunderstorms"]],
  ["Nairobi", ["Kenya", "KE"], "Africa/Nairobi", [19, 69, 14, "Partly cloudy"]],
  ["Cape Town", ["South Africa", "ZA"], "Africa/Johannesburg", [17, 71, 20, "Sunny"]],
  ["Dubai", ["United Arab Emirates", "UAE", "AE"], "Asia/Dubai", [28, 60, 14, "Clear"]],
  ["Mumbai", ["India", "IN", "Maharashtra"], "Asia/Kolkata", [27, 75, 11, "Humid and hazy"], ["Bombay"]],
  ["New Delhi", ["India", "IN"], "Asia/Kolkata", [25, 57, 9, "Hazy sun"], ["Delhi"]],
  ["Bengaluru", ["India", "IN", "Karnataka"], "Asia/Kolkata", [24, 68, 11, "Partly cloudy"], ["Bangalore"]],
  ["Bangkok", ["Thailand", "TH"], "Asia/Bangkok", [29, 73, 9, "Scattered showers"]],
  ["Singapore", ["Singapore", "SG"], "Asia/Singapore", [28, 82, 9, "Thunderstorms"]],
  ["Hong Kong", ["China", "HK", "SAR"], "Asia/Hong_Kong", [23, 78, 14, "Partly cloudy"]],
  ["Shanghai", ["China", "CN"], "Asia/Shanghai", [17, 73, 12, "Overcast"]],
  ["Beijing", ["China", "CN"], "Asia/Shanghai", [13, 53, 10, "Clear"]],
  ["Seoul", ["South Korea", "Korea", "KR"], "Asia/Seoul", [13, 62, 9, "Clear"]],
  ["Tokyo", ["Japan", "JP"], "Asia/Tokyo", [16, 65, 12, "Partly cloudy"]],
  ["Sydney", ["Australia", "AU", "NSW", "New South Wales"], "Australia/Sydney", [18, 64, 15, "Sunny"]],
  ["Melbourne", ["Australia", "AU", "VIC", "Victoria"], "Australia/Melbourne", [16, 65, 17, "Changeable"]],
  ["Auckland", ["New Zealand", "NZ"], "Pacific/Auckland", [15, 80, 18, "Partly cloudy"]],
  ["Honolulu", [...us, "HI", "Hawaii"], "Pacific/Honolulu", [25, 67, 18, "Sunny"]],
];

const places: readonly Place[] = rows.map(
  ([name, within, timeZone, [celsius, humidity, windKph, conditions], aliases]) => ({
    name,
    within,
    timeZone,
    celsius,
    humidity,
    windKph,
    conditions,
    aliases: aliases ?? [],
  }),
);

/** @returns the words alone: lower case, no accents, no dots, single spaces */
export function plainPlaceName(text: string): string {
  const bare = text.normalize("NFD").replaceAll(/\p{Mn}/gu, "");
  return bare
    .toLowerCase()
    .replaceAll(".", "")
    .replaceAll(/[\s_]+/g, " ")
    .trim();
}

/** @returns the well-known city meant by `Paris`, `paris, France` or `NYC`; undefined for `Paris, Texas` */
export function knownPlace(location: string): Place | undefined {
  const [city = "", ...qualifiers] = location
    .split(",")
    .map(plainPlaceName)
    .filter((part) => part !== "");
  return places.find((place) => {
    const named = [place.name, ...place.aliases].some((name) => plainPlaceName(name) === city);
    const within = place.within.map(plainPlaceName);
    return named && qualifiers.every((qualifier) => within.includes(qualifier));
  });
}

/** @returns the place as it is commonly written: `Paris, France` */
export function placeTitle(place: Place): string {
  const country = place.within[0] ?? place.name;
  return country === place.name ? place.name : `${place.name}, ${country}`;
}
