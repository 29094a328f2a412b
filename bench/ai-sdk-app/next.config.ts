import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  // By default Next would compress each small chunk of the stream, which alone costs several times the rest.
  compress: false,
};

export default config;
