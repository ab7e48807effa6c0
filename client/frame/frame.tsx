import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MemberIdentity } from '../../shared/api/member.ts';
import { useSession } from '../api/session.ts';
import { IconButton } from '../ui/button.tsx';
import { AppearanceIcon, CommandIcon, PersonIcon } from '../ui/icons.ts';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import { useMessages } from '../ui/messages.ts';
import { openPalette } from '../ui/shortcuts.tsx';
import { BrandMark } from './brand.tsx';
import { NoticeBell } from './notice-bell.tsx';

const loadAppearance = () => import('./appearance-menu.tsx');
const loadPerson = () => import('./person-menu.tsx');
const NO_PROPS = {};

interface FrameProps {
  /** Beside the mark: where one is. */
  readonly where?: ReactNode;
  /** Below: the parts of this place. */
  readonly nav?: ReactNode;
  readonly me?: MemberIdentity | null;
  /** Among the tools: what belongs to this place. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page: the way back, where one is, commands, appearance and oneself. */
export function Frame({ where, nav, me = null, tools, children }: FrameProps) {
  const { t } = useMessages();
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t('common.skip')}
      </a>
      <header className="frame-header">
        <div className="frame-bar">
          <Link className="frame-brand" href="/" aria-label={t('frame.home')}>
            <BrandMark />
            <span className={where === undefined ? undefined : 'wide-only'}>{t('common.name')}</span>
          </Link>
          <div className="frame-where">{where}</div>
          <div className="frame-tools">
            <IconButton label={t('palette.open')} onClick={openPalette}>
              <CommandIcon className="icon" />
            </IconButton>
            <LazyMenu
              label={t('frame.theme.menu')}
              icon={<AppearanceIcon className="icon" />}
              load={loadAppearance}
              props={NO_PROPS}
            />
            {tools}
            {me === null ? null : <NoticeBell id={me.participant.documentId} />}
            <Person me={me} />
          </div>
        </div>
        {nav}
      </header>
      <main className="frame-main" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The button of whoever is here; nothing for a visitor whom nobody invited. */
function Person({ me }: { me: MemberIdentity | null }) {
  const { t } = useMessages();
  const { data: session } = useSession();
  if (session === undefined || !session.signedIn) return null;
  const name = me?.participant.name ?? session.name ?? t('frame.person.visitor');
  return (
    <LazyMenu
      label={t('frame.person.menu', { name })}
      icon={<PersonIcon className="icon" />}
      load={loadPerson}
      props={{ me, session, name }}
    />
  );
}
