import type { NextConfig } from "next";
import { dependencies } from "./package.json";

/** On whatever this server answers itself. What may load and run in a page is said by proxy.ts, with a nonce. */
const safe = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "no-referrer" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

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
  // Where there is a proxy.ts, Next.js cuts bodies in silence. Beyond the API's own limit, which is told: json-body.ts.
  experimental: { proxyClientMaxBodySize: "40mb" },
  headers: async () => [
    // The simulator and the gateway answer with the headers of those they stand for.
    { source: "/((?!simulator/|gateway/|recorded/).*)", headers: safe },
    {
      source: "/api/:path*",
      headers: [
        { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
      ],
    },
  ],
};

export default config;
