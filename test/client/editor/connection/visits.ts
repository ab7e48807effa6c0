import type { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach } from 'vitest';
import type { Connection, ConnectionOptions } from '../../../../client/editor/connection/connection.ts';
import { type House, open, openHouse, until } from './house.ts';

/** A house for each test of a file, and the pages that stand open in it: all are closed at its end. */
export function visits() {
  let house: House;
  let opened: Connection[] = [];
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(async () => {
    await Promise.all(opened.map((connection) => connection.close()));
    opened = [];
    await house.close();
  });
  return {
    /** The house of this test. */
    house: () => house,
    enter(name: string, device?: IDBFactory | null, more?: Partial<ConnectionOptions>): Connection {
      const connection = open(house, name, device, more);
      opened.push(connection);
      return connection;
    },
    /** Closes the page: whatever is not on the device is gone. */
    async leave(connection: Connection): Promise<void> {
      opened = opened.filter((one) => one !== connection);
      await connection.close();
    },
    /** Resolves when the line says that so many changes are kept on the device. */
    offline: (connection: Connection, changes = 0) =>
      until(
        connection.state,
        (state) => state.kind === 'offline' && state.onDevice && state.changes === changes,
      ),
  };
}
