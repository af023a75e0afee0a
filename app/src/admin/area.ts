import type { Area } from "../core/area.ts";
import "../staff/staff.css";
import { texts } from "./texts.ts";

const client = () => import("./client.tsx");

/** The administrator's screens. */
export const area: Area = {
  links: [
    { path: "/admin/clients", text: () => texts().menu.clients, icon: "people" },
    { path: "/admin/members", text: () => texts().menu.members, icon: "key" },
    { path: "/admin/invitations", text: () => texts().menu.invitations, icon: "plus" },
    { path: "/admin/log", text: () => texts().menu.log, icon: "eye" },
    { path: "/admin/organisation", text: () => texts().menu.organisation, icon: "folder" },
  ],
  routes: [
    { path: "/admin/clients", load: () => import("./clients.tsx") },
    { path: "/admin/clients/:clientId", load: client },
    { path: "/clients/:clientId", load: client },
    { path: "/admin/members", load: () => import("./members.tsx") },
    { path: "/admin/invitations", load: () => import("./invitations.tsx") },
    { path: "/admin/log", load: () => import("./log.tsx") },
    { path: "/admin/log/:clientId", load: () => import("./log.tsx") },
    { path: "/admin/organisation", load: () => import("./organisation.tsx") },
    { path: "/admin/support-types", load: () => import("./support_types.tsx") },
    { path: "/admin/retention", load: () => import("./retention.tsx") },
  ],
};
