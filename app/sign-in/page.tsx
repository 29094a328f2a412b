import { SignIn } from "@/components/sign-in/sign-in";

/** Reached by its address, and shown in place of any other page to whoever is not signed in. */
export default function SignInPage() {
  return <SignIn />;
}
