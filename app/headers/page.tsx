import { HeaderLab } from "@/components/header-lab/header-lab";

/** What is checked is in the address, where the lab reads it. */
export default function HeadersPage() {
  return <HeaderLab />;
}
