// The module: text of a file → columns of codes and dictionaries. A module reads one table.

export { addRow, cellFor, inputFor } from './cells';
export { arenaAt, codesAt, endsBack, fetchedRows, handedOver, handsOver, isFull, newEndsAt, newTexts, newTextsAt, newTextsEnd, noteBytes, notedAt, roomBack, waitingRows, wayOf } from './columns';
export { recordsState, start, takeRecords } from './delimited';
export { lastRowIs, rowsState, startSheet, takeRows } from './sheet';
export { moneyAt, stringsFor, stylesFor } from './sheet-context';
