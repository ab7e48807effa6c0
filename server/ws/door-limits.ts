import { MAX_FRAME_BYTES } from '../../shared/api/socket.ts';
import type { Rate } from '../room/limits.ts';

/** Every bound of the door, with its reason (R34–R37). Tests lower them; what a room bounds stands in room/limits.ts. */
export interface DoorLimits {
  /** Open sockets of all, and those on their way in. `doorLimits` holds them below the process's open files. */
  readonly sockets: number;
  /** Open sockets of one address. A whole conference may sit behind one: 2,000 people with two windows each. */
  readonly socketsPerAddress: number;
  /** Those of them whose visitor is no participant: who reads along without signing in. */
  readonly strangersPerAddress: number;
  /** Upgrades of one address: everybody there comes back at once after a restart, and a few times over. */
  readonly upgradeRate: Rate;
  /** Those without credentials, or with some that open nothing. */
  readonly strangerRate: Rate;
  /** TCP connections of one peer that is no proxy: its sockets, and what its browsers keep open for HTTP. */
  readonly linesPerAddress: number;
  /** Addresses remembered without an open socket. */
  readonly addresses: number;
  /** Upgrades that wait for their turn. At some 300 µs each the last one waits for a second or so. */
  readonly waiting: number;
  /** Upgrades judged at the same time, so that one which waits for the disk holds up no other. */
  readonly atOnce: number;
  /** Milliseconds of upgrades at a stretch; then frames of those inside come first. */
  readonly slice: number;
  /** Seconds after which whoever found no room is told to try again. */
  readonly retryAfter: number;
  /** Bytes of one frame of somebody who may write. */
  readonly writerFrameBytes: number;
  /** Of anybody else: a state vector, or an answer to ours that repeats all deletions. */
  readonly readerFrameBytes: number;
  /** Fragments of one message, and pieces in which the network delivers what is not whole yet: 4 MiB have 8,000 pieces of 536 bytes. */
  readonly fragments: number;
  readonly pieces: number;
  /** Pings and pongs of one socket. We ping twice a minute; other programs ping once every few seconds. */
  readonly controlRate: Rate;
  /** Milliseconds for a peer to answer the closing handshake before it is cut. */
  readonly closingTime: number;
  /** Milliseconds between two pings of one socket: a dead line is noticed after one to two of them. */
  readonly pingEvery: number;
  /** Pings after which a message that has begun must be whole, or its sender is cut. */
  readonly messageBeats: number;
  /** Bytes of messages that have begun and are not whole, of all sockets: 32 writers' largest frames. */
  readonly unfinishedBytes: number;
  /** Those of one address: 4,000 people who come back with 15 KB each, as after 100,000 keystrokes, and no more. */
  readonly unfinishedOfAddress: number;
}

/** The share of an address's sockets that may be of strangers. */
const STRANGERS = 4;

export const SOCKETS_PER_ADDRESS = 4_000;

/** 10,000 idle sockets cost 120 MB and 7 % of a processor; more people than this need more than one process. */
const MOST_SOCKETS = 20_000;

/** Open files that the database, its log, workers, mail and the files of the client need. */
const OTHER_FILES = 128;

/** Connections kept free for HTTP beside all sockets: a quarter, at most so many. */
const MOST_HTTP = 2_000;

/**
 * Connections that the system holds until the process takes them. With Node's 511 a room of 1,000 who come back in one
 * instant, while the process is busy for a moment, would wait a second and more for their next try (TCP, RFC 6298).
 */
export const WAITING_CONNECTIONS = 4_096;

/** TCP connections that the process can take; beyond them the system's door is shut at once. */
export const mostConnections = (openFiles: number): number => Math.max(16, openFiles - OTHER_FILES);

/** The bounds for a process that may open so many files. */
export function doorLimits(openFiles: number, socketsPerAddress = SOCKETS_PER_ADDRESS): DoorLimits {
  const connections = mostConnections(openFiles);
  return {
    sockets: Math.min(MOST_SOCKETS, connections - Math.min(MOST_HTTP, Math.ceil(connections / 4))),
    socketsPerAddress,
    strangersPerAddress: Math.ceil(socketsPerAddress / STRANGERS),
    upgradeRate: { perSecond: 200, burst: Math.max(socketsPerAddress, 200) },
    strangerRate: { perSecond: 20, burst: Math.max(Math.ceil(socketsPerAddress / STRANGERS), 20) },
    linesPerAddress: 3 * socketsPerAddress,
    addresses: 10_000,
    waiting: 4_000,
    atOnce: 8,
    slice: 5,
    retryAfter: 2,
    writerFrameBytes: MAX_FRAME_BYTES,
    readerFrameBytes: MAX_FRAME_BYTES / 4,
    fragments: 1_024,
    pieces: 16_384,
    controlRate: { perSecond: 2, burst: 60 },
    closingTime: 10_000,
    pingEvery: 30_000,
    messageBeats: 4,
    unfinishedBytes: 32 * MAX_FRAME_BYTES,
    unfinishedOfAddress: 16 * MAX_FRAME_BYTES,
  };
}
