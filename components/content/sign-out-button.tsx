"use client";
import { LogOut } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { subscribeToProof } from "@/lib/client/session-proof";
import { isSignedIn, signOut } from "@/lib/client/sign-in";

/** Only where somebody signed in. */
export function SignOutButton() {
  const signedIn = useSyncExternalStore(subscribeToProof, isSignedIn, () => false);
  if (!signedIn) return null;
  return (
    <IconButton label="Sign out" onClick={() => void signOut()}>
      <LogOut aria-hidden />
    </IconButton>
  );
}
