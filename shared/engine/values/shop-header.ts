/** Whether a column says which shop a row is of. */
export const isShopHeader = (header: string): boolean => /^(店铺名称|归属店铺|店铺|shop( name)?|store( name)?)$/i.test(header.trim());
