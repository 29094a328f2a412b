// Where are all runs listed?

export const historyPath = "/runs";
