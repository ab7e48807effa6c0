import { momentInUtc } from '../../../shared/messages/moments.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { useEndFeed, useFeed, useMakeFeed } from '../../api/mail.ts';
import { failureIn } from '../../api/request.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Field } from '../../ui/field.tsx';
import { CopyIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { ListSkeleton } from '../../ui/skeleton.tsx';

/** Where the feed is; for a closed register, an address of one's own. */
export function FeedSettings({ id, participates }: { id: DocumentId; participates: boolean }) {
  const { t, locale } = useMessages();
  const feed = useFeed(id);
  const make = useMakeFeed(id);
  const end = useEndFeed(id);
  const failed = make.error ?? end.error ?? (feed.data === undefined ? feed.error : null);
  const { data } = feed;
  return (
    <section className="notices-settings" aria-labelledby="notices-feed">
      <h2 id="notices-feed">{t('notices.feed.title')}</h2>
      <p>{t('notices.feed.help')}</p>
      {failed === null ? null : <FailureNotice failure={failureIn(failed)} />}
      {data === undefined ? (
        failed === null ? (
          <ListSkeleton />
        ) : null
      ) : data.public !== null ? (
        <Address url={data.public} />
      ) : participates ? (
        <>
          <p>{t('notices.feed.personal')}</p>
          {make.data === undefined ? null : (
            <>
              <p>{t('notices.feed.once')}</p>
              <Address url={make.data.url} />
            </>
          )}
          {data.personalSince === null || make.data !== undefined ? null : (
            <p>{t('notices.feed.since', { date: momentInUtc(data.personalSince, locale) })}</p>
          )}
          <p className="notices-row">
            <Button busy={make.isPending} onClick={() => make.mutate(null)}>
              {t(data.personalSince === null ? 'notices.feed.make' : 'notices.feed.makeAnew')}
            </Button>
            {data.personalSince === null ? null : (
              <Button
                tone="quiet"
                busy={end.isPending}
                onClick={() =>
                  end.mutate(null, {
                    onSuccess: () => {
                      make.reset();
                      announce(t('notices.feed.revoked'));
                    },
                  })
                }
              >
                {t('notices.feed.revoke')}
              </Button>
            )}
          </p>
        </>
      ) : null}
    </section>
  );
}

function Address({ url }: { url: string }) {
  const { t } = useMessages();
  return (
    <div className="notices-row">
      <Field label={t('notices.feed.address')}>
        <input readOnly dir="ltr" value={url} onFocus={(event) => event.target.select()} />
      </Field>
      <Button onClick={() => void copyText(url, t('notices.feed.copied'))}>
        <CopyIcon className="icon" /> {t('notices.feed.copy')}
      </Button>
    </div>
  );
}
