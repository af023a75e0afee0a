// Addresses of the screens of one map.
export const stepsPath = (mapId: string) => `/coach/maps/${mapId}/steps`;
export const sessionPath = (mapId: string) => `/coach/maps/${mapId}/session`;
export const whatIfPath = (mapId: string) => `/coach/maps/${mapId}/what-if`;
export const clientPath = (clientId: string) => `/coach/clients/${clientId}`;
