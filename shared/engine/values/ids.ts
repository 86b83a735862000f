/** Whether Excel took a long number for a quantity and kept fifteen digits of it (`1.93E+18`): it names nothing any more. */
export const isDestroyedId = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(text.trim());
