declare const electronDouble: { secret: string; platform: string; argv: string[] };

/** Put around the script by the main process; neither name can be seen from outside it. */
export const SECRET = electronDouble.secret;
export const PLATFORM = electronDouble.platform;
export const ARGV = electronDouble.argv;
