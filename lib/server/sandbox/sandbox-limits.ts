// How much may one call of a user's JavaScript take?

/** Of WebAssembly memory: all that the code, its values and the interpreter itself can hold. Bytes. */
export const sandboxMemoryBytes = 64 * 1024 * 1024;

/** Bytes the interpreter starts with; a call that stays within it leaves a thread that may serve the next one. */
export const sandboxInitialBytes = 16 * 1024 * 1024;

/** Of the interpreter's own stack, in bytes: recursion past it is a RangeError inside. */
export const sandboxStackBytes = 512 * 1024;

/** UTF-16 units of JSON that a call may give back: as much as a tool result may have, see result-content.ts. */
export const mostResultCharacters = 10_000_000;

/** Lines one call may log, and UTF-16 units of all of them. */
export const mostLogLines = 1_000;
export const mostLogCharacters = 200_000;

/** Host calls (fetch, sleep) that one call may have open at a time. */
export const mostOpenHostCalls = 100;

/** Calls that run at a time, each in a thread of its own; more wait for their turn. */
export const mostThreads = 24;

/** Milliseconds a thread waits for its next call before it ends and gives its memory back. */
export const idleThreadMs = 5_000;
