import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import { App } from "./core/app.tsx";
import { forgetAfterLogOut } from "./core/device.ts";
import { wipeMapsAfterLogOut } from "./core/maps.ts";
import { startSession } from "./core/service.ts";
import { registerServiceWorker } from "./core/offline.ts";

render(<App />, document.getElementById("app")!);
forgetAfterLogOut();
wipeMapsAfterLogOut();
void startSession();
addEventListener("online", () => void startSession());
registerServiceWorker();
