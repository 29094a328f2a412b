// How do the classes of a component and those of its caller become one string?
import { type ClassValue, clsx } from "clsx";
import { createTailwindMerge } from "tailwind-merge";
import { classGroups } from "./class-groups";

const merge = createTailwindMerge(classGroups);

/** Later classes win over earlier ones of the same property. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
