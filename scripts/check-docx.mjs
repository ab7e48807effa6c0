/**
 * `npm run check:docx -- DIR`: for every two consecutive .txt versions in each folder of DIR, LibreOffice accepts
 * all changes of their comparison's .docx, and rejects all; the results must be the new and the old text.
 * Needs LibreOffice (soffice); `npm test` reads the same files itself and does without.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';

install();
const { register } = await import('tsx/esm/api');
register();
const { compareTexts } = await import('../shared/compare/compare-texts.ts');
const { comparableBlocks } = await import('../shared/format/text-blocks.ts');
const { printLabel } = await import('../shared/text/printed-label.ts');
const { writeComparisonDocx } = await import('../server/files/comparison-docx.ts');

const MACRO = `Sub Settle(jobs As String)
  Dim channel As Integer, job As String, parts, document
  On Error Goto Failed
  Dim controller, frame, transformer, command
  Dim address As New com.sun.star.util.URL
  Dim openWith(0) As New com.sun.star.beans.PropertyValue
  Dim storeWith(1) As New com.sun.star.beans.PropertyValue
  Dim atOnce(0) As New com.sun.star.beans.PropertyValue
  atOnce(0).Name = "SynchronMode"
  atOnce(0).Value = True
  openWith(0).Name = "Hidden"
  openWith(0).Value = True
  storeWith(0).Name = "FilterName"
  storeWith(0).Value = "Text (encoded)"
  storeWith(1).Name = "FilterOptions"
  storeWith(1).Value = "UTF8,LF"
  transformer = createUnoService("com.sun.star.util.URLTransformer")
  channel = FreeFile
  Open jobs For Input As #channel
  Do While Not Eof(channel)
    Line Input #channel, job
    If Len(job) > 0 Then
      parts = Split(job, "|")
      document = StarDesktop.loadComponentFromURL(parts(0), "_blank", 0, openWith())
      controller = document.getCurrentController()
      frame = controller.getFrame()
      address.Complete = parts(2)
      transformer.parseStrict(address)
      command = frame.queryDispatch(address, "", 0)
      command.dispatch(address, atOnce())
      document.storeToURL(parts(1), storeWith())
      document.close(True)
    End If
  Loop
  Close #channel
  StarDesktop.terminate()
  Exit Sub
Failed:
  channel = FreeFile
  Open jobs + ".error" For Output As #channel
  Print #channel, Error(Err) + " in line " + Erl + ": " + job
  Close #channel
  StarDesktop.terminate()
End Sub`
  .replace(/&/g, '&amp;')
  .replace(/</g, '&lt;');

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE =
  'xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"';

function runOffice(profile, ...args) {
  const office = spawnSync(
    'soffice',
    [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', ...args],
    { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 },
  );
  if (office.error === undefined) return;
  process.stderr.write(`check:docx: LibreOffice did not run (${office.error.message})\n`);
  process.exit(2);
}

/** A user profile of its own, with the macro in it. A first start fills the profile and would overwrite it. */
function writeProfile(folder) {
  runOffice(folder, '--terminate_after_init');
  const basic = join(folder, 'user', 'basic');
  mkdirSync(join(basic, 'Standard'), { recursive: true });
  writeFileSync(
    join(basic, 'Standard', 'Module1.xba'),
    `${XML}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${MACRO}</script:module>`,
  );
  const library = (element) =>
    `${XML}<library:library ${NAMESPACE} library:name="Standard" library:readonly="false" library:passwordprotected="false">${element}</library:library>`;
  writeFileSync(join(basic, 'Standard', 'script.xlb'), library('<library:element library:name="Module1"/>'));
  writeFileSync(join(basic, 'Standard', 'dialog.xlb'), library(''));
  const libraries = (name) =>
    `${XML}<library:libraries ${NAMESPACE}><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${name}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`;
  writeFileSync(join(basic, 'script.xlc'), libraries('script'));
  writeFileSync(join(basic, 'dialog.xlc'), libraries('dialog'));
}

const printed = (blocks) =>
  blocks.map(({ label, text }) => (label === '' ? text : `${printLabel(label)}\t${text}`)).join('\n');

function pairsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'gold')
    .flatMap((entry) => {
      const files = readdirSync(join(folder, entry.name))
        .filter((name) => name.endsWith('.txt'))
        .sort();
      return files.slice(1).flatMap((name, at) => [
        [entry.name, files[at], name],
        [entry.name, name, files[at]],
      ]);
    });
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: check:docx DIR\n');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'check-docx-'));
writeProfile(join(work, 'profile'));
const jobs = [];
const list = [];
for (const [family, old, fresh] of pairsIn(folder)) {
  const read = (name) => comparableBlocks(readFileSync(join(folder, family, name), 'utf8'));
  const [from, to] = [read(old), read(fresh)];
  const path = join(work, `${jobs.length}.docx`);
  const options = { title: `${old} → ${fresh}`, date: '2030-01-01T00:00:00.000Z' };
  writeFileSync(path, writeComparisonDocx(compareTexts(from, to), from, to, options));
  const results = { accept: `${path}.accept.txt`, reject: `${path}.reject.txt` };
  for (const [way, command] of [
    ['accept', '.uno:AcceptAllTrackedChanges'],
    ['reject', '.uno:RejectAllTrackedChanges'],
  ])
    list.push(`${pathToFileURL(path)}|${pathToFileURL(results[way])}|${command}`);
  jobs.push({
    name: `${family}: ${old} → ${fresh}`,
    results,
    expected: { accept: printed(to), reject: printed(from) },
  });
}
writeFileSync(join(work, 'list.txt'), list.join('\n'));
runOffice(join(work, 'profile'), `macro:///Standard.Module1.Settle("${join(work, 'list.txt')}")`);

/** Line ends aside, letter for letter. A text file may begin with a byte order mark. */
const normal = (text) =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .replace(/\n+$/, '');
let failed = 0;
for (const { name, results, expected } of jobs)
  for (const way of ['accept', 'reject']) {
    let got = null;
    try {
      got = normal(readFileSync(results[way], 'utf8'));
    } catch {}
    if (got === normal(expected[way])) continue;
    failed++;
    const lines = (got ?? '').split('\n');
    const wanted = normal(expected[way]).split('\n');
    const at = wanted.findIndex((line, index) => line !== lines[index]);
    console.log(`${way} ${name}: differs at line ${at + 1} of ${wanted.length} (got ${lines.length})`);
    console.log(
      `  wanted ${JSON.stringify(wanted[at]?.slice(0, 100))}\n  got    ${JSON.stringify(lines[at]?.slice(0, 100))}`,
    );
  }
if (failed === 0) rmSync(work, { recursive: true });
else console.log(`kept in ${work}`);
console.log(`${jobs.length * 2 - failed} of ${jobs.length * 2} round trips give the text, ${failed} do not`);
process.exitCode = failed === 0 ? 0 : 1;
