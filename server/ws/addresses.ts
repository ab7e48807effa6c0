import { type Bucket, createBucket } from '../room/rate.ts';
import type { DoorLimits } from './door-limits.ts';

interface Place {
  sockets: number;
  strangers: number;
  readonly upgrades: Bucket;
  readonly strangerUpgrades: Bucket;
}

/** How many came and are there by address (R34). An address of null is not limited. */
export interface Addresses {
  /** Counts an upgrade. False when there were too many of late. */
  mayKnock(address: string | null, now: number): boolean;
  /** Counts an upgrade of somebody who shows no credentials, or some that open nothing. */
  mayKnockAsStranger(address: string | null, now: number): boolean;
  /** Whether there is room for one more open socket. */
  hasRoom(address: string | null, stranger: boolean): boolean;
  /** Counts an open socket. Answers what to call once it has closed. */
  seat(address: string | null, stranger: boolean): () => void;
  readonly size: number;
}

/** Places looked at for being empty, each time one is added beyond the bound. */
const LOOKS = 8;

export function createAddresses(limits: DoorLimits): Addresses {
  const places = new Map<string, Place>();

  const placeOf = (address: string): Place => {
    const known = places.get(address);
    if (known !== undefined) {
      places.delete(address);
      places.set(address, known);
      return known;
    }
    const place: Place = {
      sockets: 0,
      strangers: 0,
      upgrades: createBucket(limits.upgradeRate),
      strangerUpgrades: createBucket(limits.strangerRate),
    };
    places.set(address, place);
    forgetEmpty();
    return place;
  };

  /** Those unused longest stand first; one with open sockets goes to the end, and there are only so many sockets. */
  const forgetEmpty = (): void => {
    let looks = 0;
    for (const [address, place] of places) {
      if (places.size <= limits.addresses || looks === LOOKS) return;
      looks += 1;
      places.delete(address);
      if (place.sockets > 0) places.set(address, place);
    }
  };

  return {
    mayKnock: (address, now) => address === null || placeOf(address).upgrades.take(1, now),
    mayKnockAsStranger: (address, now) => address === null || placeOf(address).strangerUpgrades.take(1, now),
    hasRoom(address, stranger) {
      const place = address === null ? undefined : places.get(address);
      if (place === undefined) return true;
      if (place.sockets >= limits.socketsPerAddress) return false;
      return !stranger || place.strangers < limits.strangersPerAddress;
    },
    seat(address, stranger) {
      if (address === null) return () => undefined;
      const place = placeOf(address);
      const count = (by: number): void => {
        place.sockets += by;
        if (stranger) place.strangers += by;
      };
      count(1);
      let seated = true;
      return () => {
        if (seated) count(-1);
        seated = false;
      };
    },
    get size() {
      return places.size;
    },
  };
}
