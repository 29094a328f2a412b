// How does a failure travel through the machine until it is written down?
import type { RunError } from "@/lib/protocol/run-error";

/** Carries a cause that is ready to be shown. Thrown by engines and used as the reason of an abort. */
export class RunFailure extends Error {
  override readonly name = "RunFailure";

  constructor(readonly error: RunError) {
    super(error.message);
  }
}

/** The reason of an abort because the server ends. */
export class RunInterrupted extends Error {
  override readonly name = "RunInterrupted";

  constructor() {
    super("The server ended before the run did.");
  }
}

/** The reason of an abort that a person asked for. */
export class RunStopped extends Error {
  override readonly name = "RunStopped";

  constructor() {
    super("The run was stopped.");
  }
}
