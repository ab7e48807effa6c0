import type { ReactNode } from 'react';

/** One thing known of a declaration, under its title. */
export function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="declaration-fact">
      <h2 className="declaration-fact-title">{title}</h2>
      {children}
    </section>
  );
}
