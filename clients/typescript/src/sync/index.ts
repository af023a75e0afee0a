export type { Content, MapContent } from "./content.js";
export type { Facts, Intention, MapFacts, NewAgreement } from "./intentions.js";
export type { Conflict, MapSession, Snapshot, Status } from "./map_session.js";
export { type Difference, merge, type Merged } from "./merge.js";
export { browserStorage, type Storage } from "./storage.js";
export { createSync, type Sync, type SyncOptions } from "./sync.js";
