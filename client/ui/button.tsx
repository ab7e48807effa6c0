import type { ComponentProps, ReactNode } from 'react';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';

const classes = (tone: ButtonTone, small: boolean, extra = ''): string =>
  ['button', tone === 'plain' ? '' : `button-${tone}`, small ? 'button-small' : '', extra]
    .filter((name) => name !== '')
    .join(' ');

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly tone?: ButtonTone;
  readonly small?: boolean;
  /** At work: keeps its words and its focus, and takes no second press. */
  readonly busy?: boolean;
}

/** A button. Never a link: what leads somewhere is `ButtonLink`. */
export function Button({ tone = 'plain', small = false, busy = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(tone, small)}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    />
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  /** What it does: read aloud, and shown when pointed at. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A button of one icon. Takes a ref, so that menus may use it as their trigger. */
export function IconButton({ tone = 'quiet', small = false, busy = false, label, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes(tone, small, 'button-icon')}
      aria-label={label}
      title={label}
      aria-disabled={busy || undefined}
      {...rest}
    />
  );
}

export interface ButtonLinkProps extends Omit<ComponentProps<'a'>, 'className'> {
  readonly tone?: ButtonTone;
  readonly small?: boolean;
}

/** A plain address that looks like a button, such as a download. */
export function ButtonLink({ tone = 'plain', small = false, ...rest }: ButtonLinkProps) {
  return <a className={classes(tone, small)} {...rest} />;
}

export const buttonClass = classes;
