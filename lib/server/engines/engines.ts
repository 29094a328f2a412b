// Which engine drives a run, on which SDK version?
import type { EngineChoice } from "@/lib/protocol/engine-choice";
import { aiSdk } from "./ai-sdk/ai-sdk";
import type { Engine, EngineContext, EngineEnd } from "./engine";
import { manualLoop } from "./manual-loop";
import { fromSdk } from "./sdk-error";
import type { SdkModule } from "./sdk-module";
import { type SdkVersion, sdkVersionOf } from "./sdk-versions";
import { toolRunner } from "./tool-runner";

/** @throws FieldError where the SDK version is not installed */
export function engineOf(choice: EngineChoice): Engine {
  switch (choice.kind) {
    case "manual":
      return onVersion(choice.sdkVersion, manualLoop);
    case "tool-runner":
      return onVersion(choice.sdkVersion, (sdk, context, version) =>
        toolRunner(sdk, context, choice, version.abilities),
      );
    case "ai-sdk":
      return aiSdk;
  }
}

type SdkEngine = (sdk: SdkModule, context: EngineContext, version: SdkVersion) => Promise<EngineEnd>;

function onVersion(wanted: string | undefined, drive: SdkEngine): Engine {
  const version = sdkVersionOf(wanted);
  return async (context) => {
    const sdk = await version.load();
    try {
      return await drive(sdk, context, version);
    } catch (error) {
      throw fromSdk(sdk, error);
    }
  };
}
