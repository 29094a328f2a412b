import { Compare } from "@/components/compare/compare";

/** Which runs stand side by side is in the address, where the comparison reads it. */
export default function ComparePage() {
  return <Compare />;
}
