// Where do the lanes of the timeline begin and end beside their labels?
import { classNames } from "@/components/ui/class-names";

/** Width of the label column. */
export const labelsPx = 208;
/** Room at the right for the text after the last bar. */
export const laneGutterPx = 72;

/** @returns the classes of a box that spans exactly the lanes; they repeat the two widths above */
export function laneBox(...more: string[]): string {
  return classNames("left-[208px] right-[72px]", ...more);
}
