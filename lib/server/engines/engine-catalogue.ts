// Which engines and SDK versions does this server have?

import { VERSION as aiSdkVersion } from "@ai-sdk/anthropic";
import type { EngineCatalogue } from "@/lib/protocol/engine-catalogue";
import { sdkVersions } from "./sdk-versions";

const anthropicSdk = { package: "@anthropic-ai/sdk", version: null };

export function engineCatalogue(): EngineCatalogue {
  return {
    engines: [
      { kind: "manual", title: "Manual loop", ...anthropicSdk },
      { kind: "tool-runner", title: "Tool runner", ...anthropicSdk },
      { kind: "ai-sdk", title: "AI SDK", package: "@ai-sdk/anthropic", version: aiSdkVersion },
    ],
    sdkVersions: sdkVersions.map(({ version, abilities }, index) => ({
      version,
      newest: index === 0,
      abilities,
    })),
  };
}
