import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc/<pid>/stat: USER_HZ, which Linux has fixed at 100 on every usual machine. */
const TICKS = 100;

/** What the system says a process has used. Needs Linux; nothing is asked of the process itself. */
export interface ProcessFigures {
  /** Processor time of all its threads since it started, user and system, in seconds. */
  readonly cpu: number;
  /** Of it, outside the kernel. */
  readonly user: number;
  /** Memory in RAM now and at most since it started, in MB. */
  readonly memory: number;
  readonly peak: number;
}

export function processFigures(pid: number): ProcessFigures {
  const stat = read(pid, 'stat');
  // The name in brackets may hold spaces; what follows it are numbers (proc_pid_stat(5): utime is 14, stime 15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = read(pid, 'status');
  const megabytes = (key: string): number =>
    Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN) / 1000;
  return {
    cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
    user: Number(fields[11]) / TICKS,
    memory: megabytes('VmRSS'),
    peak: megabytes('VmHWM'),
  };
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    throw new Error(`process ${pid} cannot be measured (this needs Linux, and the process alive)`, {
      cause: error,
    });
  }
}

/** Processor seconds that all processors of the machine were busy, or taken away from it, since it started. */
export function machineBusy(): number {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  // user nice system idle iowait irq softirq steal (proc_stat(5)).
  const [user, nice, system, , , irq, softirq, steal] = line.split(/\s+/).slice(1).map(Number);
  return [user, nice, system, irq, softirq, steal].reduce((sum: number, part = 0) => sum + part, 0) / TICKS;
}

/** A stopwatch over one process. */
export function measureProcess(pid: number): () => {
  /** Processor seconds and wall-clock seconds since the start. */
  readonly cpu: number;
  readonly user: number;
  readonly seconds: number;
} {
  const before = processFigures(pid);
  const begun = performance.now();
  return () => {
    const now = processFigures(pid);
    return {
      cpu: now.cpu - before.cpu,
      user: now.user - before.user,
      seconds: (performance.now() - begun) / 1000,
    };
  };
}
