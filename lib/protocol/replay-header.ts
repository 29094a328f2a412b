// How does a recorded reply say that it answers another request than the recorded one?

/** Its value: paths into the request's body, each percent-encoded, with commas between. */
export const replayDifferencesHeader = "x-recorded-request-differs";
