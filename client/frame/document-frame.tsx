import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { FrameSlots, StatusSlot } from '../ui/frame-slot.tsx';
import { useMessages } from '../ui/messages.ts';
import { PhaseBadge } from '../ui/phase-badge.tsx';
import { documentParts } from './document-parts.ts';
import { Frame } from './frame.tsx';
import { useGoCommands } from './use-go-commands.ts';

interface DocumentFrameProps {
  readonly id: DocumentId;
  /** Undefined while it loads: the frame stands already. */
  readonly answer: DocumentAnswer | undefined;
  readonly children: ReactNode;
}

/** The frame of one document: its title and phase, and its parts as far as they are open to the visitor. */
export function DocumentFrame({ id, answer, children }: DocumentFrameProps) {
  const { t } = useMessages();
  const [location] = useLocation();
  useGoCommands(id, answer);
  return (
    <FrameSlots>
      <Frame
        me={answer?.me ?? null}
        where={
          answer === undefined ? null : (
            <>
              <Link className="frame-title" href={`/d/${id}`} dir="auto">
                {answer.document.title}
              </Link>
              <span className="wide-only">
                <PhaseBadge document={answer.document} />
              </span>
              <StatusSlot />
            </>
          )
        }
        nav={
          <nav className="frame-nav" aria-label={t('frame.navigation')}>
            {documentParts(id, answer).map(({ part, href, current }) => (
              <Link
                key={part}
                href={href}
                aria-current={current(location) ? 'page' : undefined}
                data-name={t(`frame.${part}`)}
              >
                {t(`frame.${part}`)}
              </Link>
            ))}
          </nav>
        }
      >
        {children}
      </Frame>
    </FrameSlots>
  );
}
