import { useEffect, useSyncExternalStore } from 'react';

/** Groups of the palette, in the order they are listed. */
export const COMMAND_GROUPS = ['go', 'act', 'edit', 'view'] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something a person can do here, offered in the palette and on the sheet of keys. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** What it is called, already in the reader's language. */
  readonly name: string;
  /** Keys such as `Mod+K`, `?`, `n`, `Alt+ArrowUp`. `Mod` is ⌘ on a Mac, Ctrl elsewhere. */
  readonly keys?: string;
  /** The editor listens to its own keys: then this only shows them. */
  readonly keysHandledElsewhere?: boolean;
  readonly run: () => void;
}

/** Catalogue key of a group's name. */
export const groupName = (group: CommandGroup) => `palette.group.${group}` as const;

let sources: readonly (readonly Command[])[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly (readonly Command[])[]): void {
  sources = next;
  all = sources.flat();
  for (const listener of listeners) listener();
}

/** Offers commands until the answer is called. */
export function registerCommands(commands: readonly Command[]): () => void {
  change([...sources, commands]);
  return () => change(sources.filter((source) => source !== commands));
}

/** Offers commands while a component stands. Pass a memoised list. */
export function useRegisterCommands(commands: readonly Command[]): void {
  useEffect(() => registerCommands(commands), [commands]);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const allCommands = (): readonly Command[] => all;
export const useCommands = (): readonly Command[] => useSyncExternalStore(subscribe, allCommands);
