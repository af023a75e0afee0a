// Maps on this device: one for the whole app, because it follows the log-out.
import { createSync } from "@omringd/client/sync";
import { omringd } from "../core/service.ts";

export const sync = createSync(omringd);
