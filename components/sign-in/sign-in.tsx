"use client";
import { useEffect, useState } from "react";
import { Logo } from "@/components/content/logo";
import { ThemeSelect } from "@/components/content/theme-select";
import { Spinner } from "@/components/ui/spinner";
import { goOn, mayGoOn } from "@/lib/client/sign-in";
import { PlainHttpNote } from "./plain-http-note";
import { SignInForm } from "./sign-in-form";

/** The door as a person sees it. Whoever is signed in already only passes through. */
export function SignIn() {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void mayGoOn().then((may) => (may ? goOn() : setAsked(true)));
  }, []);
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <title>Sign in · Toolscope</title>
      <header className="flex h-12 shrink-0 items-center justify-end px-3">
        <ThemeSelect />
      </header>
      <main className="flex flex-1 flex-col items-center px-4 pt-[12vh] pb-12">
        <Logo className="size-10" />
        <h1 className="mt-4 text-xl font-semibold tracking-tight">Sign in to Toolscope</h1>
        <p className="mt-1 h-5 text-muted">{asked && <HostName />}</p>
        <div className="mt-6 w-full max-w-88 rounded-lg border bg-panel p-5">
          {asked ? (
            <SignInForm />
          ) : (
            <div className="flex h-36 items-center justify-center gap-2 text-muted" role="status">
              <Spinner /> Looking whether you are signed in…
            </div>
          )}
        </div>
        {asked && <PlainHttpNote />}
      </main>
    </div>
  );
}

/** Which server it is: a token belongs to one. */
function HostName() {
  return <span className="font-mono text-xs">{window.location.host}</span>;
}
