/** The version of every element of this package; `define()` records it and the build checks it against package.json. */
export const version = '0.1.0';
