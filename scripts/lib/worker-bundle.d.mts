import type { Plugin } from "vite";

export const workerBundles: Plugin;
