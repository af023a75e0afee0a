import type { Area } from "../core/area.ts";
import "./client.css";
import { texts } from "./texts.ts";

/** The client's screens. */
export const area: Area = {
  links: [
    { path: "/client/home", text: () => texts().menu.home, icon: "home" },
    { path: "/client/hard-day", text: () => texts().menu.hardDay, icon: "phone" },
    { path: "/client/card", text: () => texts().menu.card, icon: "card" },
    { path: "/client/who-looks-along", text: () => texts().menu.whoLooksAlong, icon: "eye" },
    { path: "/client/my-data", text: () => texts().menu.myData, icon: "folder" },
  ],
  routes: [
    { path: "/client/home", load: () => import("./home.tsx") },
    { path: "/client/hard-day", load: () => import("./hard_day.tsx") },
    { path: "/client/hard-day/:supportType", load: () => import("./hard_day.tsx") },
    { path: "/client/card", load: () => import("./card.tsx") },
    { path: "/client/who-looks-along", load: () => import("./who_looks_along.tsx") },
    { path: "/client/my-data", load: () => import("./my_data.tsx") },
  ],
};
