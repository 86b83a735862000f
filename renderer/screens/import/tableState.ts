import type { InspectedTable } from '#contract/import';

/** Whether somebody has to look how a table was read: the reader is not sure of something, or nobody has confirmed its layout. */
export const isUnsure = ({ template, detections }: InspectedTable): boolean => template?.unconfirmed === true || detections.some((one) => !one.sure);
