// How long ago was it, in the fewest words that help?

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const absolute = new Intl.DateTimeFormat("en", {
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const full = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "medium" });

/** @returns `"just now"`, `"5 minutes ago"`, or the date and time where that was a day ago */
export function agoText(iso: string): string {
  const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
  if (minutes > -1) return "just now";
  if (minutes > -60) return relative.format(minutes, "minute");
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), "hour");
  return absolute.format(new Date(iso));
}

/** @returns the date and the time to the second */
export function fullTimeText(iso: string): string {
  return full.format(new Date(iso));
}
