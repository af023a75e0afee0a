import type { Area } from "../core/area.ts";
import "../staff/staff.css";
import "./coach.css";
import { texts } from "./texts.ts";

const clientPage = () => import("./client_page.tsx");

/** The coach's screens. */
export const area: Area = {
  links: [{ path: "/coach/caseload", text: () => texts().menu.caseload, icon: "people" }],
  routes: [
    { path: "/coach/caseload", load: () => import("./caseload.tsx") },
    { path: "/coach/clients/:clientId", load: clientPage },
    { path: "/clients/:clientId", load: clientPage },
    { path: "/coach/maps/:mapId/what-if", load: () => import("./what_if.tsx") },
    { path: "/coach/maps/:mapId/session", load: () => import("./session.tsx") },
  ],
};
