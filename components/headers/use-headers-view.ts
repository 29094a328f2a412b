// Does the headers pane show all requests side by side, or one of them hop by hop?
import { useUrlParam } from "@/lib/client/use-url-param";

const views = ["matrix", "hops"] as const;
export type HeadersView = (typeof views)[number];

export function useHeadersView(): [HeadersView, (view: HeadersView) => void] {
  const [value, setValue] = useUrlParam("headers", "matrix");
  return [views.find((view) => view === value) ?? "matrix", setValue];
}
