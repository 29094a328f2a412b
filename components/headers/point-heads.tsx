import { classNames } from "@/components/ui/class-names";
import type { ObservationPoint } from "@/lib/protocol/observation-point";

const spelledFrom = 58;

/** The observation points of one request, as a second line of column heads; one letter each where there is no room. */
export function PointHeads({
  points,
  first,
  width,
}: {
  points: readonly ObservationPoint[];
  /** The place of the first point's cells in a row. */
  first: number;
  width: number;
}) {
  return points.map((point, index) => (
    <th
      key={point}
      scope="col"
      aria-colindex={first + index + 2}
      aria-label={point}
      title={`at ${point}`}
      className={classNames(
        "sticky top-9 z-20 h-5 border-b border-l bg-panel px-0 text-center text-2xs font-normal text-subtle",
        index === 0 ? "border-l-line-strong" : "border-l-transparent",
      )}
    >
      {width < spelledFrom ? point.charAt(0).toUpperCase() : point}
    </th>
  ));
}
