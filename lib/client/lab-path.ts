// Where is the header lab?

export const labPath = "/headers";
