import { describe, expect, it } from 'vitest';
import { adminTokenTest } from '../../server/admin-token.ts';
import { readConfig } from '../../server/config.ts';

describe('configuration', () => {
  it('H20: has defaults for a first try on one’s own machine', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: './data',
        publicUrl: null,
        adminToken: null,
        metricsToken: null,
        demo: true,
        logLevel: null,
        mail: null,
        connectionsPerAddress: 4_000,
      },
    });
    expect(readConfig({ PORT: '', DEMO: ' ', PUBLIC_URL: '' })).toEqual(readConfig({}));
  });

  const DEMO: readonly (readonly [Record<string, string>, boolean])[] = [
    [{ HOST: '127.0.0.1' }, true],
    [{ HOST: '127.1.2.3' }, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '10.0.0.1' }, false],
    [{ HOST: '127.0.0.1.example.org' }, false],
    [{ PUBLIC_URL: 'https://text.example.org' }, false],
    [{ HOST: '0.0.0.0', DEMO: 'on' }, true],
    [{ DEMO: 'off' }, false],
  ];
  it.each(DEMO)('H20: the demonstration with %j is on: %s', (environment, on) => {
    const config = readConfig(environment);
    expect(config.ok && config.value.demo).toBe(on);
  });

  const BAD: readonly (readonly [name: string, value: string])[] = [
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'postgres://localhost/x'],
    ['REDIS_URL', 'redis://localhost'],
    ['PUBLIC_URL', 'text.example.org'],
    ['PUBLIC_URL', 'ftp://text.example.org'],
    ['PUBLIC_URL', 'https://text.example.org/board'],
    ['PUBLIC_URL', 'https://me:secret@text.example.org'],
    ['ADMIN_TOKEN', 'short'],
    ['ADMIN_TOKEN', `${'a'.repeat(32)} b`],
    ['METRICS_TOKEN', 'a'.repeat(31)],
    ['METRICS_TOKEN', `${'a'.repeat(32)} b`],
    ['CONNECTIONS_PER_ADDRESS', '0'],
    ['CONNECTIONS_PER_ADDRESS', '1000000'],
    ['CONNECTIONS_PER_ADDRESS', 'many'],
    ['DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'https://user:secret@mail.example.org'],
  ];
  it.each(BAD)('H20: %s=%s is refused in one line that names it', (name, value) => {
    const config = readConfig({ [name]: value });
    expect(config.ok).toBe(false);
    if (config.ok) return;
    expect(config.error).toMatch(new RegExp(`^${name}: [^\\n]+$`));
    if (name.endsWith('_TOKEN')) expect(config.error).not.toContain(value);
    if (name === 'SMTP_URL') expect(config.error).not.toContain('secret');
  });

  const MAIL = {
    SMTP_URL: 'smtp://user:secret@mail.example.org:587',
    MAIL_FROM: 'Sounding Board <board@example.org>',
    PUBLIC_URL: 'https://text.example.org',
  };
  it('H20: mail takes a server, a sender and our own address', () => {
    const config = readConfig(MAIL);
    expect(config.ok && config.value.mail).toEqual({ url: MAIL.SMTP_URL, from: MAIL.MAIL_FROM });
    expect(readConfig({ ...MAIL, MAIL_FROM: 'board@example.org' }).ok).toBe(true);
  });
  it.each([
    ['SMTP_URL', { SMTP_URL: '' }],
    ['MAIL_FROM', { MAIL_FROM: '' }],
    ['MAIL_FROM', { MAIL_FROM: 'board' }],
    ['MAIL_FROM', { MAIL_FROM: 'A <a@b.c>\r\nBcc: d@e.f' }],
    ['PUBLIC_URL', { PUBLIC_URL: '' }],
  ])('H20: mail without a right %s stops the start', (name, wrong) => {
    const config = readConfig({ ...MAIL, ...wrong });
    expect(!config.ok && config.error).toMatch(new RegExp(`^${name}: [^\\n]+$`));
  });

  it('H20: a public address is kept without its slash', () => {
    const config = readConfig({ PUBLIC_URL: 'https://text.example.org/' });
    expect(config.ok && config.value.publicUrl).toBe('https://text.example.org');
  });

  it('H6: the ADMIN_TOKEN is compared whole; without one no token fits', () => {
    const token = 'a'.repeat(40);
    const fits = adminTokenTest(token);
    expect([fits(token), fits(token.slice(1)), fits(`${token}a`), fits('')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(adminTokenTest(null)('')).toBe(false);
  });
});
