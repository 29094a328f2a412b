// What answers a call that was running when a person pressed Stop?

/** The whole text of such a result: it says nothing about the tool, so no call that ends so has failed. */
export const stoppedText = "Stopped before it finished.";
