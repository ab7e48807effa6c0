import { createServer, type Socket } from 'node:net';

/** A mail as it came in: envelope and data, dots undone. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly data: string;
}

export interface SmtpServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Answers a command (`RCPT`, `DATA`, `.` for the end of data, …) with this line instead; null: hangs up. */
  readonly answers: Map<string, string | null>;
  close(): Promise<void>;
}

/** A small mail server that speaks SMTP (RFC 5321) on a free port and keeps what it takes. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const answers = new Map<string, string | null>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let rest = '';
    let envelope = { from: '', to: '' };
    let data: string[] | null = null;
    const say = (command: string, usual: string): void => {
      const line = answers.has(command) ? (answers.get(command) as string | null) : usual;
      if (line === null) socket.destroy();
      else socket.write(`${line}\r\n`);
    };
    const take = (line: string): void => {
      if (data !== null) {
        if (line !== '.') {
          data.push(line.startsWith('.') ? line.slice(1) : line);
          return;
        }
        // Taken before it is said, as a server does that is cut off in between.
        if (!/^[45]/.test(answers.get('.') ?? '')) received.push({ ...envelope, data: data.join('\r\n') });
        data = null;
        say('.', '250 taken');
        return;
      }
      const command = line.slice(0, 4).toUpperCase();
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (command === 'MAIL') envelope = { from: address, to: '' };
      if (command === 'RCPT') envelope = { ...envelope, to: address };
      if (command === 'DATA' && !answers.has('DATA')) data = [];
      say(command, command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok');
    };
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    answers,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
