import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '#engine/store/migrations/migrate';
import { openSqlite } from '#engine/store/open';
import { KeptResults } from '#engine/workspace/kept-results';
import { testPorts } from './testing.ts';

const ports = testPorts();
afterAll(() => ports.remove());

describe('kept results', () => {
  it('are worked out once for a key, and read back from the file when they were saved', async () => {
    const { database } = await openSqlite(ports, ports.files.join(ports.folder, 'kept.suanpan'));
    migrate(database);
    let computed = 0;
    const ask = (kept: KeptResults, key: string) => kept.get('answer', key, () => ({ key, n: ++computed }));

    const first = new KeptResults(database);
    expect([ask(first, 'a'), ask(first, 'a')]).toEqual([
      { key: 'a', n: 1 },
      { key: 'a', n: 1 },
    ]);
    expect(ask(new KeptResults(database), 'a')).toEqual({ key: 'a', n: 2 });

    first.save();
    const second = new KeptResults(database);
    expect(ask(second, 'a')).toEqual({ key: 'a', n: 1 });
    expect(ask(second, 'b')).toEqual({ key: 'b', n: 3 });
    second.save();
    expect(ask(new KeptResults(database), 'b')).toEqual({ key: 'b', n: 3 });
    expect(ask(new KeptResults(database), 'a')).toEqual({ key: 'a', n: 4 });

    second.forget();
    expect(ask(second, 'b')).toEqual({ key: 'b', n: 3 });
    database.close();
  });
});
