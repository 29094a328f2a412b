import type { Browser } from "@playwright/test";

export function measureFirstLoad(
  browser: Browser,
  origin: string,
): Promise<{ readonly files: number; readonly bytes: number }>;
