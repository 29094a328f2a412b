import type { NextConfig } from "next";

const config: NextConfig = {
  reactCompiler: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  // Loaded from node_modules at run time: what runs is the published package, not a bundled copy of it.
  serverExternalPackages: ["@anthropic-ai/sdk", "@resvg/resvg-js"],
};

export default config;
