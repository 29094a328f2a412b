// Which words of two texts mean the same thing?

const stopWords = new Set(
  `a about after all also am an and any are as at be been but by can could did do does each for from had has have hello
   hey hi how i if in into is it its like may me my need now of off on or our out please same should so than that the
   their them then there these they this those to too up us use using want was we were what whats when where which who
   will with would you your both me tell show give get let know value values return returns given tool want`.split(
    /\s+/,
  ),
);

/** Words that name one subject: a prompt may use another than the tool does. */
const subjects: readonly (readonly string[])[] = [
  [
    "weather",
    "forecast",
    "temperature",
    "rain",
    "sunny",
    "hot",
    "cold",
    "humidity",
    "wind",
    "snow",
    "umbrella",
  ],
  ["time", "clock", "oclock"],
  ["sum", "add", "plus", "total", "addition", "arithmetic", "math", "calculator", "minus", "compute"],
  ["stock", "share", "ticker", "equity"],
  ["flight", "fly", "plane", "airline", "airfare"],
  ["email", "mail", "inbox"],
  ["chart", "graph", "plot", "diagram"],
  ["document", "file", "pdf", "report"],
  ["currency", "exchange", "dollar", "euro", "yen", "usd", "eur", "gbp", "jpy"],
  ["search", "find", "lookup", "look"],
  ["wait", "sleep", "pause", "delay"],
  ["image", "picture", "photo"],
  ["event", "meeting", "appointment", "calendar", "schedule"],
  ["translate", "translation"],
  ["news", "headline"],
  ["customer", "client", "account"],
  ["restaurant", "dinner", "eat"],
  ["remind", "reminder", "alarm"],
  ["distance", "far", "route", "direction"],
];

const subjectOf = new Map(
  subjects.flatMap((words) => words.map((word) => [stem(word), stem(words[0] ?? word)] as const)),
);

/** The words of a text in lower case, names like `getWeather` and `get_weather` taken apart. */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The words that carry meaning, brought to one form: without endings. */
export function contentStems(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !stopWords.has(word))
      .map(stem),
  );
}

/** The subject a stem belongs to; a stem without one is its own subject. */
export function subjectOfStem(word: string): string {
  return subjectOf.get(word) ?? word;
}

export function stem(word: string): string {
  const bare = word.toLowerCase();
  if (bare.length <= 3 || /\d/.test(bare)) return bare;
  const singular = bare.endsWith("ies") ? `${bare.slice(0, -3)}y` : bare.replace(/(ss|us|is)$|s$/, "$1");
  return singular.length > 5 ? singular.replace(/(?:ing|ation|ed|er)$/, "") : singular;
}

/** A name as words a person would write: `get_stock_price` becomes "get stock price". */
export function humanWords(name: string): string {
  return wordsOf(name).join(" ");
}
