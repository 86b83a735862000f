/** The columns by which the rows of a table are found again in its next file. */
export const keys = {
  'key.ahead': 'Rows of the next file are found again by',
  'key.again': 'Rows are found again by',
  'key.ahead.offer': 'offered after the import',
  'key.job': 'Telling rows apart',
  'key.offer': (p: { columns: string }) => `Tell rows apart by ${p.columns}`,
  'key.used': (p: { reason: string }) => `From now on rows are told apart by ${p.reason}`,
  'key.set': (p: { columns: string }) => `Rows are told apart by ${p.columns}`,
  'key.cleared': 'Rows are known by all of their cells',
  'key.clear': 'Know rows by all of their cells',
  'key.title': 'The columns that tell rows apart',
  'key.choose': 'Choose the columns that tell rows apart…',
  'key.run': 'Tell rows apart',
  'key.nearest': (p: { reason: string }) => `No columns tell every row apart; the nearest: ${p.reason}`,
  'key.detail': 'A row of a later file with the same cells in these columns is the same row, changed. Without such columns a changed row counts as new.',
};
