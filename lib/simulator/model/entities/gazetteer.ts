// Which places does the simulator know by name, and in which time zone do they lie?

const zones: Readonly<Record<string, string>> = {
  "Pacific/Honolulu": "Honolulu, Hawaii",
  "America/Anchorage": "Anchorage, Alaska",
  "America/Los_Angeles":
    "San Francisco, Los Angeles, Seattle, San Diego, Portland, Las Vegas, Sacramento, San Jose, Oakland, California",
  "America/Vancouver": "Vancouver",
  "America/Phoenix": "Phoenix, Arizona",
  "America/Denver": "Denver, Salt Lake City, Boulder, Colorado",
  "America/Chicago":
    "Chicago, Dallas, Houston, Austin, Minneapolis, New Orleans, St. Louis, Nashville, Texas",
  "America/Mexico_City": "Mexico City, Mexico",
  "America/New_York":
    "New York City, New York, Boston, Washington, Miami, Atlanta, Philadelphia, Detroit, Orlando, Pittsburgh, Brooklyn, Florida",
  "America/Toronto": "Toronto, Montreal, Ottawa, Canada",
  "America/Bogota": "Bogotá, Bogota",
  "America/Lima": "Lima, Peru",
  "America/Santiago": "Santiago, Chile",
  "America/Argentina/Buenos_Aires": "Buenos Aires, Argentina",
  "America/Sao_Paulo": "São Paulo, Sao Paulo, Rio de Janeiro, Brazil",
  "Atlantic/Reykjavik": "Reykjavík, Reykjavik, Iceland",
  "Europe/London":
    "London, Manchester, Edinburgh, Glasgow, Birmingham, Liverpool, Oxford, Cambridge, England, Scotland",
  "Europe/Dublin": "Dublin, Ireland",
  "Europe/Lisbon": "Lisbon, Porto, Portugal",
  "Europe/Paris": "Paris, Lyon, Marseille, Nice, Bordeaux, Toulouse, France",
  "Europe/Madrid": "Madrid, Barcelona, Seville, Valencia, Spain",
  "Europe/Brussels": "Brussels, Antwerp, Belgium",
  "Europe/Amsterdam": "Amsterdam, Rotterdam, The Hague, Netherlands",
  "Europe/Berlin": "Berlin, Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Leipzig, Dresden, Germany",
  "Europe/Zurich": "Zürich, Zurich, Geneva, Basel, Bern, Switzerland",
  "Europe/Vienna": "Vienna, Salzburg, Austria",
  "Europe/Rome": "Rome, Milan, Naples, Florence, Venice, Turin, Italy",
  "Europe/Prague": "Prague",
  "Europe/Budapest": "Budapest, Hungary",
  "Europe/Warsaw": "Warsaw, Kraków, Krakow, Poland",
  "Europe/Copenhagen": "Copenhagen, Denmark",
  "Europe/Oslo": "Oslo, Bergen, Norway",
  "Europe/Stockholm": "Stockholm, Gothenburg, Sweden",
  "Europe/Helsinki": "Helsinki, Finland",
  "Europe/Athens": "Athens, Greece",
  "Europe/Kyiv": "Kyiv, Ukraine",
  "Europe/Istanbul": "Istanbul, Ankara",
  "Europe/Moscow": "Moscow",
  "Africa/Cairo": "Cairo, Egypt",
  "Africa/Lagos": "Lagos, Nigeria",
  "Africa/Nairobi": "Nairobi, Kenya",
  "Africa/Johannesburg": "Johannesburg, Cape Town, South Africa",
  "Africa/Casablanca": "Casablanca, Marrakesh, Morocco",
  "Asia/Jerusalem": "Tel Aviv, Jerusalem, Israel",
  "Asia/Dubai": "Dubai, Abu Dhabi",
  "Asia/Tehran": "Tehran",
  "Asia/Karachi": "Karachi, Lahore, Pakistan",
  "Asia/Kolkata": "Mumbai, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Kolkata, Hyderabad, India",
  "Asia/Dhaka": "Dhaka",
  "Asia/Bangkok": "Bangkok, Thailand",
  "Asia/Jakarta": "Jakarta, Indonesia",
  "Asia/Ho_Chi_Minh": "Hanoi, Ho Chi Minh City, Vietnam",
  "Asia/Singapore": "Singapore",
  "Asia/Kuala_Lumpur": "Kuala Lumpur, Malaysia",
  "Asia/Hong_Kong": "Hong Kong",
  "Asia/Shanghai": "Beijing, Shanghai, Shenzhen, China",
  "Asia/Taipei": "Taipei, Taiwan",
  "Asia/Manila": "Manila, Philippines",
  "Asia/Seoul": "Seoul, Busan, South Korea",
  "Asia/Tokyo": "Tokyo, Osaka, Kyoto, Sapporo, Japan",
  "Australia/Perth": "Perth",
  "Australia/Brisbane": "Brisbane",
  "Australia/Sydney": "Sydney, Canberra, Australia",
  "Australia/Melbourne": "Melbourne",
  "Pacific/Auckland": "Auckland, Wellington, New Zealand",
};

type KnownPlace = { readonly name: string; readonly zone: string };

const places: readonly KnownPlace[] = Object.entries(zones).flatMap(([zone, names]) =>
  names.split(", ").map((name) => ({ name, zone })),
);
const byLowerName = new Map(places.map((place) => [place.name.toLowerCase(), place]));

/** All known names, the longest first, so that "New York City" is found before "New York". */
export const knownPlaceNames: readonly string[] = places
  .map(({ name }) => name)
  .sort((a, b) => b.length - a.length);

/** The name in its usual case. */
export function properPlaceName(name: string): string {
  return byLowerName.get(name.toLowerCase())?.name ?? name;
}

/** The IANA zone of a place; "San Francisco, CA" is read up to its comma. */
export function timeZoneOfPlace(name: string): string | undefined {
  const whole = byLowerName.get(name.toLowerCase());
  return (whole ?? byLowerName.get(name.split(",")[0]?.trim().toLowerCase() ?? ""))?.zone;
}
