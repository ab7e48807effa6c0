import { describe, expect, it } from 'vitest';
import { readTimeCode, recordingAddress, timeCode } from '../../../client/ui/time-code.ts';

describe('time codes', () => {
  const typed: readonly (readonly [string, number | null])[] = [
    ['1:05:15', 3915],
    [' 5:15 ', 315],
    ['65:15', 3915],
    ['1.05.15', 3915],
    ['1h05m15s', 3915],
    ['1h 5m', 3900],
    ['90s', 90],
    ['42', 42],
    ['0:00', 0],
    ['', null],
    ['5:75', null],
    ['1:75', null],
    ['1:75:00', null],
    ['1:05:', null],
    ['soon', null],
  ];
  it.each(typed)('U194: “%s” is %s seconds', (text, seconds) => {
    expect(readTimeCode(text)).toBe(seconds);
  });

  it.each([
    [3915, '1:05:15'],
    [315, '5:15'],
    [1141, '19:01'],
    [0, '0:00'],
    [36_000, '10:00:00'],
  ])('U194, U204: %s seconds are shown as %s', (seconds, code) => {
    expect(timeCode(seconds)).toBe(code);
    expect(readTimeCode(code)).toBe(seconds);
  });

  const addresses: readonly (readonly [string, number | null, string])[] = [
    ['https://webtv.example/k1', 3915, 'https://webtv.example/k1#t=3915'],
    ['https://video.example/a.mp4', 65, 'https://video.example/a.mp4#t=65'],
    ['https://www.youtube.com/watch?v=abc', null, 'https://www.youtube.com/watch?v=abc'],
    ['no address', 65, 'no address'],
    ['https://webtv.example/k1', null, 'https://webtv.example/k1'],
    ['https://webtv.example/k1#part', 5, 'https://webtv.example/k1#part&t=5'],
    ['https://www.youtube.com/watch?v=abc', 5, 'https://www.youtube.com/watch?v=abc&t=5'],
    ['https://youtu.be/abc', 5, 'https://youtu.be/abc?t=5'],
    ['https://youtu.be/abc?t=9', 5, 'https://youtu.be/abc?t=9'],
    ['https://webtv.example/k1#t=9', 5, 'https://webtv.example/k1#t=9'],
    ['https://notyoutube.community/x', 5, 'https://notyoutube.community/x#t=5'],
  ];
  it.each(addresses)('U194, U201: %s at %s', (url, at, address) => {
    expect(recordingAddress({ url, at })).toBe(address);
  });
});
