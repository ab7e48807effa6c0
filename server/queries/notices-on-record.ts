import type { NoticeSubject } from '../../shared/api/notice.ts';
import type { Notice } from '../../shared/model/notice.ts';
import type { RegisterEntry } from '../../shared/model/register.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { NoticeReader } from './notice-reader.ts';

/** What a notice on positions, declarations, silence or adoption is about, as its reader may see it now. */
export function recordAbout(
  { noun, subject, reason, at }: Notice,
  reader: NoticeReader,
): NoticeSubject | null {
  const { register, viewer } = reader;
  const nameOf = (version: string): string => reader.versions.find(({ id }) => id === version)?.name ?? '';
  const about = (
    leadsTo: NoticeSubject['noun'],
    id: string,
    name: string,
    kind: string | null = null,
  ): NoticeSubject => ({ noun: leadsTo, id, kind, label: '', name });
  const sees = <Entry extends { readonly id: string }>(entry: Entry | undefined): entry is Entry =>
    entry !== undefined && asSeenBy(entry as unknown as RegisterEntry, viewer, register) !== null;
  const silenceOf = (id: string) => register.ofNoun('silence').find((entry) => entry.id === id);
  switch (noun) {
    case 'position':
      return viewer.abilities['register.view'].allowed ? about('position', subject, nameOf(subject)) : null;
    case 'alignment': {
      const found = register.ofNoun('alignment').find(({ id }) => id === subject);
      if (!sees(found)) return null;
      const group = register.ofNoun('group').find(({ id }) => id === found.row.group);
      return about('position', found.row.group, group?.row.name ?? '');
    }
    case 'declaration': {
      const found = register.ofNoun('declaration').find(({ id }) => id === subject);
      return sees(found) ? about('declaration', subject, nameOf(found.row.version), found.row.kind) : null;
    }
    case 'silence': {
      const found = silenceOf(subject);
      if (!sees(found)) return null;
      const { version, outcome, extensions = [] } = found.row;
      const silence = about('silence', subject, nameOf(version), outcome);
      // The act that told of it has its time.
      const told = reason === 'silence-extended' ? extensions.findLast(({ by }) => by.at === at) : undefined;
      return told === undefined ? silence : { ...silence, moved: { from: told.from, to: told.to } };
    }
    case 'objection': {
      const found = register.ofNoun('objection').find(({ id }) => id === subject);
      const silence = found === undefined ? undefined : silenceOf(found.row.silence);
      return sees(found) && silence !== undefined
        ? about('silence', silence.id, nameOf(silence.row.version))
        : null;
    }
    case 'adoption': {
      const found = register.ofNoun('adoption').find(({ id }) => id === subject);
      return sees(found) ? about('silence', subject, nameOf(found.row.version)) : null;
    }
    default:
      return null;
  }
}
