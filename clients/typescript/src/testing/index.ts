export { type Demo, type DemoOptions, type Login, startDemo } from "./demo.js";
export { type CountedRequest, countRequests, expectRequests, type RequestCounter } from "./requests.js";
