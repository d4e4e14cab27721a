export { openApi } from "./http/openapi.ts";
export { registry } from "./registry.ts";
export { type Served, type ServeOptions, serve } from "./serve.ts";
