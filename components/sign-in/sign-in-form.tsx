"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { SecretField } from "@/components/ui/secret-field";
import { Spinner } from "@/components/ui/spinner";
import type { ApiProblem } from "@/lib/client/api-call";
import { goOn, signIn } from "@/lib/client/sign-in";

/** One field and one button: the access token for a session. */
export function SignInForm() {
  const [token, setToken] = useState("");
  const [state, setState] = useState<"asking" | "sending" | "in">("asking");
  const [error, setError] = useState<string>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (token.trim() === "") return setError("Give the access token.");
    setState("sending");
    const answer = await signIn(token.trim());
    if (answer.ok) {
      setState("in");
      return goOn();
    }
    setState("asking");
    setError(problemText(answer.error));
  };

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      {/* A password manager files the token under a name: there is one account. */}
      <input type="text" name="username" autoComplete="username" value="toolscope" readOnly hidden />
      <SecretField
        what="the token"
        label="Access token"
        name="token"
        autoComplete="current-password"
        autoFocus
        value={token}
        onValueChange={(value) => {
          setToken(value);
          setError(undefined);
        }}
        error={error}
        hint="Ask whoever runs this server for it."
      />
      <Button variant="primary" type="submit" className="h-8 w-full" disabled={state !== "asking"}>
        {state !== "asking" && <Spinner />}
        {state === "in" ? "Opening…" : "Sign in"}
      </Button>
    </form>
  );
}

function problemText({ code, message }: ApiProblem): string {
  return code === "unauthorized" ? "That is not the access token of this server." : message;
}
