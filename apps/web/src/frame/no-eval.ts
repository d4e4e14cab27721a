/**
 * Set before anything else is read: the library of schemas tries whether it may write code from words, which the page's
 * policy forbids and tells. It is told not to try.
 */
(globalThis as { __zod_globalConfig?: { readonly jitless: boolean } }).__zod_globalConfig = { jitless: true };
