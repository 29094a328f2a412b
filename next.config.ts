import type { NextConfig } from "next";
import { dependencies } from "./package.json";

const config: NextConfig = {
  reactCompiler: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  // Loaded from node_modules at run time: what runs is the published package, not a bundled copy of it.
  serverExternalPackages: [
    "@anthropic-ai/sdk",
    ...Object.keys(dependencies).filter((name) => name.startsWith("sdk-")),
    "ai",
    "@ai-sdk/anthropic",
    "@resvg/resvg-js",
    "@modelcontextprotocol/sdk",
  ],
};

export default config;
