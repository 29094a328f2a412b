// Which days does a text name?

const months = "january february march april may june july august september october november december".split(
  " ",
);
const weekdays = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const dayMs = 86_400_000;

/** The simulator's calendar stands still, so that the same request has the same answer; a prompt may say another day. */
const standingToday = "2026-11-21";

const monthName = `(${months.map((month) => `${month}|${month.slice(0, 3)}`).join("|")})\\.?`;
const monthFirst = new RegExp(`\\b${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b`, "giu");
const dayFirst = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthName}(?:,?\\s+(\\d{4}))?\\b`,
  "giu",
);
const relative = new RegExp(
  `\\b(?:(today|tonight|tomorrow|yesterday|next week)|(next |on |this )?(${weekdays.join("|")})|in (\\d+) days?)\\b`,
  "giu",
);

/** Days as ISO dates, in the order of the text. Relative ones count from the day that the whole conversation calls today. */
export function datesIn(text: string, context = ""): readonly { value: string; at: number }[] {
  const today =
    /\btoday(?:'s date)? is (\d{4}-\d{2}-\d{2})/iu.exec(`${context}\n${text}`)?.[1] ?? standingToday;
  const found = [
    ...Array.from(text.matchAll(/\b(\d{4}-\d{2}-\d{2})\b/g), (match) => ({
      value: match[0],
      at: match.index,
    })),
    ...Array.from(text.matchAll(monthFirst), (match) =>
      named(match.index, match[1], match[2], match[3], today),
    ),
    ...Array.from(text.matchAll(dayFirst), (match) =>
      named(match.index, match[2], match[1], match[3], today),
    ),
    ...Array.from(text.matchAll(relative), (match) => ({
      value: relativeDay(match, today),
      at: match.index,
    })),
  ];
  return found.sort((a, b) => a.at - b.at);
}

/** A date without a year is the next one to come. */
function named(at: number, monthText = "", dayText = "1", yearText: string | undefined, today: string) {
  const month = months.findIndex((name) => name.startsWith(monthText.slice(0, 3).toLowerCase())) + 1;
  const tail = `${pad(month)}-${pad(Number(dayText))}`;
  const year = Number(today.slice(0, 4));
  const value =
    yearText === undefined
      ? `${year}-${tail}` < today
        ? `${year + 1}-${tail}`
        : `${year}-${tail}`
      : `${yearText}-${tail}`;
  return { value, at };
}

function relativeDay([, word, , weekday, days]: RegExpMatchArray, today: string): string {
  if (days !== undefined) return shifted(today, Number(days));
  if (weekday !== undefined) {
    const ahead = (weekdays.indexOf(weekday.toLowerCase()) - new Date(today).getUTCDay() + 7) % 7;
    return shifted(today, ahead === 0 ? 7 : ahead);
  }
  const shifts: Readonly<Record<string, number>> = { tomorrow: 1, yesterday: -1, "next week": 7 };
  return shifted(today, shifts[word?.toLowerCase() ?? ""] ?? 0);
}

function shifted(today: string, days: number): string {
  return new Date(Date.parse(today) + Math.min(days, 100_000) * dayMs).toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
