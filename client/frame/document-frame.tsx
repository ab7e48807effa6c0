import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { DocumentAnswer } from '../../shared/api/document.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { FrameSlots, StatusSlot } from '../ui/frame-slot.tsx';
import { late } from '../ui/late.tsx';
import { PhaseBadge } from '../ui/phase-badge.tsx';
import { DocumentStanding } from './document-standing.tsx';
import { DocumentTabs, PartsOfTab } from './document-tabs.tsx';
import { Frame } from './frame.tsx';
import { useGoCommands } from './use-go-commands.ts';

const FollowDocument = late(() => import('./follow-document.tsx'), { missing: 'quiet' });
const WaitingButton = late(() => import('../features/waiting/waiting-button.tsx'), { missing: 'quiet' });

interface DocumentFrameProps {
  readonly id: DocumentId;
  /** Undefined while it loads: the frame stands already. */
  readonly answer: DocumentAnswer | undefined;
  readonly children: ReactNode;
}

/** The frame of one document: its title and phase, and its parts as far as they are open to the visitor. */
export function DocumentFrame({ id, answer, children }: DocumentFrameProps) {
  const [location] = useLocation();
  useGoCommands(id, answer);
  return (
    <FrameSlots>
      <Frame
        me={answer?.me ?? null}
        tools={answer?.me == null ? null : <WaitingButton documentId={id} />}
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
        nav={<DocumentTabs id={id} answer={answer} path={location} />}
      >
        {answer === undefined ? null : (
          <>
            <FollowDocument id={id} />
            <DocumentStanding answer={answer} />
          </>
        )}
        <PartsOfTab id={id} answer={answer} path={location} />
        {children}
      </Frame>
    </FrameSlots>
  );
}
