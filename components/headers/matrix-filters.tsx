"use client";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { TextField } from "@/components/ui/text-field";
import { useUrlParam } from "@/lib/client/use-url-param";
import { type HeaderFilter, headerShows } from "@/lib/run/header-matrix-filter";
import { headerOrigins, originTitles } from "@/lib/run/header-origin";
import { requestKinds, requestKindWords } from "@/lib/run/request-kind";

const any = "any";

const groupOptions = [
  { value: any, label: "All groups" },
  ...headerOrigins.map((value) => ({ value, label: originTitles[value] })),
];
const kindOptions = [
  { value: any, label: "All requests" },
  ...requestKinds.map((value) => ({ value, label: sentence(requestKindWords[value]) })),
];

/** From here on a run is too wide to be looked through, unless somebody says otherwise. */
const manyRequests = 40;

/** The filter of the matrix, kept in the address. */
export function useMatrixFilter(requests: number) {
  const [text, setText] = useUrlParam("header-text", "");
  const [show, setShow] = useUrlParam("header-show", "all");
  const [origin, setOrigin] = useUrlParam("header-group", any);
  const [kind, setKind] = useUrlParam("request-kind", any);
  const [fold, setFold] = useUrlParam("fold", "auto");
  const filter: HeaderFilter = {
    text,
    show: headerShows.find((each) => each === show) ?? "all",
    origin: headerOrigins.find((each) => each === origin) ?? null,
    kind: requestKinds.find((each) => each === kind) ?? null,
    fold: fold === "on" || (fold !== "off" && requests > manyRequests),
  };
  return { filter, setText, setShow, setOrigin, setKind, setFold };
}

/** The controls of the filter; `problems` is how many headers have one. */
export function MatrixFilters({
  filter,
  setText,
  setShow,
  setOrigin,
  setKind,
  setFold,
  problems,
}: ReturnType<typeof useMatrixFilter> & { problems: number }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <TextField
        label="Filter headers"
        labelHidden
        placeholder="Filter names and values"
        value={filter.text}
        onValueChange={setText}
        className="w-44"
      />
      <span className="w-36">
        <Select
          label="Group"
          labelHidden
          value={filter.origin ?? any}
          onValueChange={setOrigin}
          options={groupOptions}
        />
      </span>
      <span className="w-32">
        <Select
          label="Kind of request"
          labelHidden
          value={filter.kind ?? any}
          onValueChange={setKind}
          options={kindOptions}
        />
      </span>
      <Switch
        label="Differences only"
        checked={filter.show === "differences"}
        onCheckedChange={(on) => setShow(on ? "differences" : "all")}
      />
      <span className="flex items-center gap-1.5">
        <Switch
          label="Problems only"
          checked={filter.show === "problems"}
          onCheckedChange={(on) => setShow(on ? "problems" : "all")}
        />
        {problems > 0 && (
          <span className="rounded-sm bg-header-missing-soft px-1.5 text-xs text-header-missing-text">
            {problems}
          </span>
        )}
      </span>
      <Switch
        label="Fold alike requests"
        checked={filter.fold}
        onCheckedChange={(on) => setFold(on ? "on" : "off")}
      />
    </div>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
