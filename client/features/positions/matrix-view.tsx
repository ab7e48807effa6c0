import { useEffect, useMemo, useRef } from 'react';
import { countColumns } from '../../../shared/domain/matrix-counts.ts';
import type { GroupId } from '../../../shared/model/ids.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon } from '../../ui/icons.ts';
import { useMessages } from '../../ui/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { CellPanel } from './cell-panel.tsx';
import { standingWords } from './cell-words.ts';
import { ColumnSwitch } from './column-switch.tsx';
import { namedColumns } from './matrix-columns.ts';
import { matrixCsv } from './matrix-csv.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import type { CellAddress, PositionsAddress } from './positions-address.ts';
import { gist, type PositionScene, paragraphName } from './scene.ts';
import { SectionSelect } from './section-select.tsx';
import { shownRows } from './shown-rows.ts';

interface MatrixViewProps {
  readonly scene: PositionScene;
  readonly address: PositionsAddress;
  readonly onChange: (part: Partial<PositionsAddress>) => void;
}

/** Paragraphs × whom one chooses, and beside it who is behind a cell. */
export function MatrixView({ scene, address, onChange }: MatrixViewProps) {
  const { t, locale } = useMessages();
  const { matrix, groups } = scene;
  const { by, cell, section } = address;
  const columns = useMemo(
    () => namedColumns(by, matrix, (id) => groups.get(id as GroupId)?.name ?? '', t, locale),
    [by, matrix, groups, t, locale],
  );
  const shown = useMemo(() => shownRows(scene.paragraphs, section), [scene.paragraphs, section]);
  const isPart = shown.count < scene.paragraphs.length;
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const open = (next: CellAddress): void => onChange({ cell: next });
  const close = (): void => {
    onChange({ cell: null });
    box.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus({ preventScroll: true });
  };
  // Whoever opens a cell by keyboard reads on in the panel; a pointer leaves the focus where it is.
  useEffect(() => {
    if (cell === null || !byKey.current) return;
    byKey.current = false;
    heading.current?.focus({ preventScroll: true });
  }, [cell]);
  const download = (): void => {
    const text = matrixCsv(
      {
        paragraphs: scene.paragraphs,
        names: scene.paragraphs.map(({ id, label }) => (label === '' ? '' : paragraphName(t, scene, id))),
        shown,
        columns,
        matrix,
        counts: countColumns(matrix, columns),
        single: by === 'delegation',
      },
      {
        label: t('positions.csv.label'),
        text: t('positions.csv.text'),
        column: (column, figure) =>
          t('positions.csv.group', { column, standing: t(`positions.standings.${figure}`) }),
        cell: (code) => standingWords(t, code),
      },
    );
    const name = [t('positions.csv.fileName'), scene.version.name, by];
    // Of a part the file says which in its name: it is seen without the screen.
    const head = scene.paragraphs[shown.first];
    if (isPart && head !== undefined)
      name.push(head.kind === 'heading' ? gist(head.text, 40) : t('positions.section.beginning'));
    saveFile(text, 'text/csv', `${name.join('-')}.csv`);
  };
  return (
    <>
      <div className="positions-bar">
        <ColumnSwitch value={by} onChange={(next) => onChange({ by: next, cell: null })} />
        <div className="positions-section">
          <SectionSelect
            label={t('positions.section.name')}
            paragraphs={scene.paragraphs}
            value={section}
            onChange={(next) => onChange({ section: next, cell: null })}
          />
          <span role="status">
            {isPart ? t('positions.section.shown', { count: shown.count, of: scene.paragraphs.length }) : ''}
          </span>
        </div>
        <MatrixLegend single={by === 'delegation'} />
        <span className="positions-bar-end">
          <Button small tone="quiet" title={t('positions.downloadHelp')} onClick={download}>
            <DownloadIcon className="icon" /> {t('positions.download')}
          </Button>
        </span>
      </div>
      {columns.length === 0 ? (
        <Notice title={t(by === 'group' ? 'positions.columns.none' : 'positions.columns.noneAtAll')} />
      ) : (
        <div
          ref={box}
          className="positions-main"
          data-open={cell !== null || undefined}
          onKeyDownCapture={(event) => {
            byKey.current = event.key === 'Enter' || event.key === ' ';
          }}
          onPointerDownCapture={() => {
            byKey.current = false;
          }}
        >
          <MatrixGrid
            key={`${by} ${shown.first} ${shown.count}`}
            scene={scene}
            kind={by}
            columns={columns}
            shown={shown}
            cell={cell}
            onOpen={open}
            onClose={close}
          />
          {cell === null ? null : (
            <aside
              className="positions-panel"
              aria-label={t('positions.panel.name')}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return;
                event.preventDefault();
                close();
              }}
            >
              <CellPanel
                scene={scene}
                kind={by}
                columns={columns}
                cell={cell}
                section={section}
                heading={heading}
                onClose={close}
              />
            </aside>
          )}
        </div>
      )}
    </>
  );
}
