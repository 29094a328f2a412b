// Which model does a run ask that names none?

export const defaultModel = "claude-opus-5-5";
