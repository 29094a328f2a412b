import { describe, expect, it } from "vitest";
import { compactionNote } from "./compaction-beta";
import type { SdkVersion } from "./engine-catalogue";
import { defaultDraft, type SetupDraft } from "./setup-draft";

const sdk = (compaction: string): SdkVersion => ({
  version: "1.0.0",
  newest: false,
  threads: false,
  eager: true,
  compaction,
  perCallHeaders: "kept",
  credentialHeader: "authorization",
});
const noteOf = (draft: Partial<SetupDraft>, compaction = "compactBeforeNextTurn") =>
  compactionNote({ ...defaultDraft, ...draft }, sdk(compaction));
const beta = "compact-2026-09-04";

describe("the note at a compact hook", () => {
  it("adds the beta to the parameters, beside those that are there", () => {
    expect(JSON.parse(noteOf({})?.paramsText ?? "")).toEqual({ betas: [beta] });
    const paramsText = '{ "betas": ["mine"], "top_k": 5 }';
    expect(JSON.parse(noteOf({ paramsText })?.paramsText ?? "")).toEqual({ betas: ["mine", beta], top_k: 5 });
  });

  it("leaves text alone that is no JSON object", () => {
    expect(noteOf({ paramsText: "{ " })).toMatchObject({ paramsText: null });
  });

  it("is gone where the beta is named in the parameters or in a header", () => {
    expect(noteOf({ paramsText: `{"betas":["${beta}"]}` })).toBeNull();
    const header = { id: "h", name: "Anthropic-Beta", value: `a, ${beta}`, secret: false };
    expect(noteOf({ perRequestHeaders: [header] })).toBeNull();
  });

  it("says so where the version cannot compact, and nothing where it needs no beta", () => {
    expect(noteOf({}, "none")?.text).toMatch(/SDK 1\.0\.0 cannot compact/);
    expect(noteOf({}, "compactionControl")).toBeNull();
    expect(compactionNote(defaultDraft, null)).toBeNull();
  });
});
