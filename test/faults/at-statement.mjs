/**
 * Loaded before a product under test (`node --import`): makes the embedded database fail at chosen statements, and the disk
 * at syncs, which stand as the statement `fdatasync`. The product has no hook for it; its database class and Node's
 * `fdatasync` are wrapped. FAULT_PLAN names a file with the rules, which may change
 * while the product runs; each time a rule strikes, a line is added to `<FAULT_PLAN>.struck`. Threads load this as well.
 *
 * A rule: `match` (a regular expression on the SQL), `when` (before or after the statement), `act` (`kill`, `fail`,
 * `delay`, `hold`, `skip`), `nth` (strikes from the nth match on; 1 unless given), `times` (how often; 1 unless given, null:
 * always), `code` (of the error thrown), `ms` (length of a delay). `hold` waits for
 * another plan. A statement that waits blocks its thread, a sync does not: that of a slow disk waits in a thread of its own.
 */
import fs, { appendFileSync, readFileSync, statSync } from 'node:fs';
import Module, { syncBuiltinESMExports } from 'node:module';

const plan = process.env.FAULT_PLAN;

let stamp = '';
let rules = [];
/** Rules as they stand in the file now; a changed file begins to count anew. */
function rulesNow() {
  const { mtimeNs, ino } = statSync(plan, { bigint: true });
  if (`${ino} ${mtimeNs}` === stamp) return rules;
  stamp = `${ino} ${mtimeNs}`;
  rules = JSON.parse(readFileSync(plan, 'utf8')).map((rule) => ({
    nth: 1,
    times: 1,
    ...rule,
    match: new RegExp(rule.match, 'i'),
    matches: 0,
  }));
  return rules;
}

const strikes = ({ nth, times, matches }) => matches >= nth && (times === null || matches < nth + times);

const block = (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Milliseconds between two looks at the plan of somebody who is held. */
const LOOK = 10;

/** How a thread waits. */
const blocking = {
  delay: block,
  hold(isOver) {
    while (!isOver()) block(LOOK);
  },
};

/** Whether there is another plan by now. */
const replaced = (then) => () => {
  rulesNow();
  return stamp !== then;
};

/** Runs the rules for one side of a statement. True: the statement must not run. */
function strike(sql, when, waiting = blocking) {
  let skip = false;
  for (const rule of rulesNow()) {
    if (rule.when !== when || !rule.match.test(sql)) continue;
    rule.matches += 1;
    if (!strikes(rule)) continue;
    appendFileSync(
      `${plan}.struck`,
      `${rule.act} ${when} ${sql.trim().slice(0, 60).replaceAll('\n', ' ')}\n`,
    );
    if (rule.act === 'kill') process.kill(process.pid, 'SIGKILL');
    if (rule.act === 'delay') waiting.delay(rule.ms);
    if (rule.act === 'hold') waiting.hold(replaced(stamp));
    if (rule.act === 'skip') skip = true;
    if (rule.act === 'fail') throw Object.assign(new Error(`${rule.code}: injected`), { code: rule.code });
  }
  return skip;
}

/** A statement whose runs are watched. */
function watched(statement, sql) {
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const value = (...values) => {
      if (strike(sql, 'before')) return { changes: 0, lastInsertRowid: 0 };
      const answer = Object.getPrototypeOf(statement)[name].apply(statement, values);
      strike(sql, 'after');
      return answer;
    };
    Object.defineProperty(statement, name, { value });
  }
  return statement;
}

const watchedClass = (Database) =>
  class extends Database {
    exec(sql) {
      if (strike(sql, 'before')) return;
      super.exec(sql);
      strike(sql, 'after');
    }
    prepare(sql, ...rest) {
      return watched(super.prepare(sql, ...rest), sql);
    }
  };

/** Runs the rules for one side of a sync, then goes on, without blocking anybody. */
function strikeSync(when, then) {
  let ms = 0;
  let isOver = () => true;
  const waiting = {
    delay: (more) => {
      ms += more;
    },
    hold: (over) => {
      isOver = over;
    },
  };
  try {
    strike('fdatasync', when, waiting);
  } catch (error) {
    setImmediate(() => then(error));
    return;
  }
  const look = () => (isOver() ? then(null) : setTimeout(look, LOOK));
  if (ms > 0) setTimeout(look, ms);
  else look();
}

function watchSyncs() {
  const sync = fs.fdatasync;
  fs.fdatasync = (descriptor, done) =>
    strikeSync('before', (error) => {
      if (error !== null) done(error);
      else sync(descriptor, (failed) => (failed ? done(failed) : strikeSync('after', done)));
    });
  syncBuiltinESMExports();
}

if (plan !== undefined) {
  watchSyncs();
  const load = Module._load;
  const wrapped = new Map();
  Module._load = function (name, ...rest) {
    const real = load.call(this, name, ...rest);
    if (name !== 'node:sqlite' && name !== '@photostructure/sqlite') return real;
    if (!wrapped.has(name)) wrapped.set(name, { ...real, DatabaseSync: watchedClass(real.DatabaseSync) });
    return wrapped.get(name);
  };
}
