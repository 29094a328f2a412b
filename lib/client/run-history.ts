// Which runs does the history show, and how do they stay up to date?
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { mostListed } from "@/lib/protocol/run-list";
import type { RunSummary } from "@/lib/protocol/run-summary";
import type { ApiProblem } from "./api-call";
import { listRuns } from "./list-runs";

export type RunHistory = {
  readonly query: string;
  /** Pinned runs first, then newest first, as far as they are loaded. */
  readonly rows: readonly RunSummary[];
  /** How many runs fit the query, loaded or not. */
  readonly total: number;
  readonly nextCursor: string | null;
  /** `loading` while nothing of this query is there yet. */
  readonly status: "loading" | "ready" | "error";
  /** Why the last call failed, in words; the rows before it stay. */
  readonly problem: string | null;
  /** What is wrong with the query, in the server's words. */
  readonly queryProblem: string | null;
  readonly loadingMore: boolean;
  /** Deleted on screen, while it can still be undone. */
  readonly hidden: ReadonlySet<string>;
};

const empty: RunHistory = {
  query: "",
  rows: [],
  total: 0,
  nextCursor: null,
  status: "loading",
  problem: null,
  queryProblem: null,
  loadingMore: false,
  hidden: new Set(),
};

export const runHistory = createStore<RunHistory>(() => empty);

const pageSize = 100;
/** Asked again after this time: sooner while a run in sight goes on. */
const runningMs = 1_000;
const quietMs = 2_500;

/** Counts questions: an answer to an earlier one than the newest is too late. */
let asked = 0;

/** Shows the runs that fit; those of the query before stay until the answer is there. */
export async function searchHistory(query: string): Promise<void> {
  const mine = ++asked;
  runHistory.setState({ query, queryProblem: null, loadingMore: false });
  const answer = await listRuns(query, null, pageSize);
  if (mine !== asked) return;
  if (answer.ok) {
    const { runs, nextCursor, total } = answer.page;
    runHistory.setState({ rows: runs, nextCursor, total, status: "ready", problem: null });
  } else fail(answer.error);
}

/** Loads the next page, where there is one and it is not on its way already. */
export async function loadMoreRuns(): Promise<void> {
  const { query, nextCursor, loadingMore } = runHistory.getState();
  if (nextCursor === null || loadingMore) return;
  const mine = ++asked;
  runHistory.setState({ loadingMore: true });
  const answer = await listRuns(query, nextCursor, mostListed);
  if (mine !== asked) return;
  runHistory.setState({ loadingMore: false });
  if (!answer.ok) return fail(answer.error);
  const { rows } = runHistory.getState();
  const known = new Set(rows.map((run) => run.id));
  const fresh = answer.page.runs.filter((run) => !known.has(run.id));
  const { nextCursor: next, total } = answer.page;
  runHistory.setState({ rows: [...rows, ...fresh], nextCursor: next, total, problem: null });
}

/** Asks for what is loaded once more: runs that go on change, others begin or are deleted elsewhere. */
export async function refreshHistory(): Promise<void> {
  const { query, rows, loadingMore, queryProblem } = runHistory.getState();
  if (loadingMore || queryProblem !== null) return;
  const mine = ++asked;
  const limit = Math.min(Math.max(rows.length, pageSize), mostListed);
  const answer = await listRuns(query, null, limit);
  if (mine !== asked) return;
  if (!answer.ok) return fail(answer.error);
  const { runs, nextCursor, total } = answer.page;
  const isWhole = rows.length <= limit;
  // Far down in a long list only its beginning is fresh: that is where things change.
  const known = new Set(runs.map((run) => run.id));
  const rest = isWhole ? [] : rows.slice(limit).filter((run) => !known.has(run.id));
  runHistory.setState({
    rows: [...runs, ...rest],
    total,
    status: "ready",
    problem: null,
    ...(isWhole && { nextCursor }),
  });
}

/** The rows that are there stay: a moment without the server is no reason to empty the page. */
function fail({ field, message }: ApiProblem): void {
  if (field === "query") {
    runHistory.setState({ queryProblem: message.replace(/^query: /, ""), status: "ready", problem: null });
    return;
  }
  const { rows } = runHistory.getState();
  runHistory.setState({ problem: message, status: rows.length === 0 ? "error" : "ready" });
}

/** Keeps the list up to date while the page is looked at. @returns ends it */
export function followHistory(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const again = () => {
    clearTimeout(timer);
    if (ended) return;
    const goesOn = runHistory.getState().rows.some((run) => run.outcome === null);
    timer = setTimeout(() => void look(), goesOn ? runningMs : quietMs);
  };
  const look = async () => {
    if (!document.hidden) await refreshHistory();
    again();
  };
  const onShown = () => {
    if (!document.hidden) void look();
  };
  document.addEventListener("visibilitychange", onShown);
  again();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onShown);
  };
}

/** Changes a row at once, before the server has answered. */
export function patchRow(runId: string, change: Partial<RunSummary>): void {
  runHistory.setState(({ rows }) => ({
    rows: rows.map((run) => (run.id === runId ? { ...run, ...change } : run)),
  }));
}

/** Takes runs off the screen, or puts them back. */
export function hideRuns(ids: readonly string[], hide: boolean): void {
  runHistory.setState(({ hidden }) => {
    const next = new Set(hidden);
    for (const id of ids) hide ? next.add(id) : next.delete(id);
    return { hidden: next };
  });
}

let shownOf: { rows: RunHistory["rows"]; hidden: RunHistory["hidden"]; shown: readonly RunSummary[] } | null =
  null;

/** @returns the rows that are not deleted on screen; the same list until something changes */
export function shownRows({ rows, hidden }: RunHistory): readonly RunSummary[] {
  if (shownOf?.rows === rows && shownOf.hidden === hidden) return shownOf.shown;
  const shown = hidden.size === 0 ? rows : rows.filter((run) => !hidden.has(run.id));
  shownOf = { rows, hidden, shown };
  return shown;
}

/** @returns the part of the history a component shows */
export function useRunHistory<Part>(pick: (history: RunHistory) => Part): Part {
  return useStore(runHistory, pick);
}
