import type { Authorship } from '../../../shared/api/text.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { ChangeAuthors } from './changes-plugin.ts';

/** Shortest stretch by which a deletion is told from the log: shorter ones match by accident. */
const TELLING = 3;

/** Words this long are told by themselves: a removed paragraph leaves its words to the one before it in the log. */
const UNMISTAKABLE = 24;

/**
 * Names for changes, from the authenticated log. `to` are the paragraphs that were compared; where the log's text of a
 * paragraph is not theirs (somebody typed meanwhile) it names nobody rather than the wrong one.
 */
export function changeAuthors(
  authorship: Authorship,
  from: readonly LabelledParagraph[],
  to: readonly LabelledParagraph[],
  say: (names: string, at: string) => string,
): ChangeAuthors {
  const known = new Map(authorship.paragraphs.map((paragraph) => [paragraph.id as string, paragraph]));
  const nameOf = (by: string): string => {
    const person = authorship.people[by];
    return person === undefined ? '' : `${person.name} (${person.delegation})`;
  };
  /** Names in order of appearance, each once, with the time of the last act. */
  const tell = (acts: readonly { readonly by: string; readonly at: string }[]): string => {
    const names = [...new Set(acts.map(({ by }) => nameOf(by)))].filter((name) => name !== '');
    const last = acts
      .map(({ at }) => at)
      .sort()
      .at(-1);
    return names.length === 0 || last === undefined ? '' : say(names.join(', '), last);
  };
  const deletedFrom = (id: string | undefined, text: string): string => {
    const words = text.trim();
    return tell(
      authorship.deletions.filter((deletion) => {
        const gone = deletion.text.trim();
        const here = deletion.paragraph === null || deletion.paragraph === id || gone.length >= UNMISTAKABLE;
        const telling = Math.min(gone.length, words.length) >= TELLING || gone === words;
        return here && telling && (gone.includes(words) || words.includes(gone));
      }),
    );
  };
  return {
    inserted(paragraph, start, end) {
      const compared = to[paragraph];
      const logged = compared === undefined ? undefined : known.get(compared.id);
      if (logged === undefined || logged.runs.map(({ text }) => text).join('') !== compared?.text) return '';
      let offset = 0;
      return tell(
        logged.runs.filter(({ text }) => {
          const begins = offset;
          offset += text.length;
          return begins < end && offset > start;
        }),
      );
    },
    deleted: (paragraph, text) => deletedFrom(to[paragraph]?.id, text),
    removed: (block) => {
      const gone = from[block];
      return gone === undefined ? '' : deletedFrom(gone.id, gone.text);
    },
  };
}
