/** The mark: one reply that fans out into three calls and comes together again, seen through a round scope. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" className={className} aria-hidden="true">
      <circle cx="12" cy="12" r="10.25" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4.5 12h3.2M16.3 12h3.2" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <path
        d="M9.4 8.25h4.1M9.4 12h5.6M9.4 15.75h2.6"
        stroke="var(--color-kind-tool)"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
