"use client";
import { EngineFields } from "./engine-fields";
import { HeadersFields } from "./headers-fields";
import { KeyField } from "./key-field";
import { LimitsFields } from "./limits-fields";
import { MishapsFields } from "./mishaps-fields";
import { RecordedFields } from "./recorded-fields";

const fieldsOf = {
  key: KeyField,
  engine: EngineFields,
  headers: HeadersFields,
  mishaps: MishapsFields,
  limits: LimitsFields,
  recorded: RecordedFields,
};

export type FoldedSection = keyof typeof fieldsOf;

/** The fields of one section: all of them come in one go, after the first screen. */
export function FieldsOf({ section }: { section: FoldedSection }) {
  const Fields = fieldsOf[section];
  return <Fields />;
}
