export { rfmMembers } from './members.ts';
export { REGIONS, regionOf } from './regions.ts';
export { rfm } from './rfm.ts';
