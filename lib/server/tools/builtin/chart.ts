// What is drawn in a chart?

export type ChartKind = "bar" | "line";

export type Chart = {
  readonly title: string;
  readonly kind: ChartKind;
  /** As many as there are values. */
  readonly labels: readonly string[];
  /** Finite, at least one. */
  readonly values: readonly number[];
};
