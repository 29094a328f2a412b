// Where are the pages that need no run?

export const historyPath = "/runs";
export const toolsPath = "/tools";
export const labPath = "/headers";
