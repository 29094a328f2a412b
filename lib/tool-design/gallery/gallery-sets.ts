// Which ready tool sets are there?
import { contentSets } from "./content-sets";
import { everydaySets } from "./everyday-sets";
import type { GallerySet } from "./gallery-set";
import { serviceSets } from "./service-sets";

export const gallerySets: readonly GallerySet[] = [...everydaySets, ...serviceSets, ...contentSets];
