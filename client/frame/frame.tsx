import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MemberIdentity } from '../../shared/api/member.ts';
import { IconButton } from '../ui/button.tsx';
import { CommandIcon } from '../ui/icons.ts';
import { useMessages } from '../ui/messages.ts';
import { openPalette } from '../ui/shortcuts.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { BrandMark } from './brand.tsx';
import { PersonMenu } from './person-menu.tsx';

interface FrameProps {
  /** Beside the mark: where one is. */
  readonly where?: ReactNode;
  /** Below: the parts of this place. */
  readonly nav?: ReactNode;
  readonly me?: MemberIdentity | null;
  readonly children: ReactNode;
}

/** What stands around every page: the way back, where one is, commands, appearance and oneself. */
export function Frame({ where, nav, me = null, children }: FrameProps) {
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
            <AppearanceMenu />
            <PersonMenu me={me} />
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
