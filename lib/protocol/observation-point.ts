// Where can a header set be seen?

/** In the order in which a request passes them. */
export const observationPoints = ["fetch", "wire", "gateway", "provider"] as const;
export type ObservationPoint = (typeof observationPoints)[number];
