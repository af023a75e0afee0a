// The page of the demo and of the tests. Its address may say: ?people=60&lang=en&theme=dark&readonly&view=list&without=1
import "/dist/index.js";
import { card } from "/dist/card.js";
import { en, nl } from "/dist/labels.js";
import { invented } from "./people.js";

const asked = new URL(location.href).searchParams;
const language = asked.get("lang") ?? "nl";
document.documentElement.lang = language;
document.documentElement.dataset.theme = asked.get("theme") ?? "";
document.documentElement.dataset.text = asked.get("text") ?? "";
document.documentElement.toggleAttribute("data-spacing", asked.has("spacing"));

const rings = document.querySelector("omringd-rings");
const { people, ties } = invented(Number(asked.get("people") ?? 13));
rings.labels = language === "nl" ? nl : en;
rings.card = card;
rings.people = people;
rings.ties = ties;
rings.readonly = asked.has("readonly");
if (asked.has("view")) rings.setAttribute("view", asked.get("view"));
if (asked.has("without")) {
  // What if this person falls away? Those who are known through them only need attention.
  const away = people[Number(asked.get("without"))].id;
  rings.dimmed = [away];
  rings.highlight = ties.flatMap(({ between }) => (between.includes(away) ? between.filter((id) => id !== away) : []));
}

const undo = document.querySelector("#undo");
undo.textContent = language === "nl" ? "Ongedaan maken" : "Undo";
const moves = [];
rings.addEventListener("omringd-move", ({ detail }) => {
  moves.push(detail);
  undo.disabled = false;
});
undo.onclick = () => {
  const { personId, previous } = moves.pop();
  rings.people = rings.people.map((one) => (one.id === personId ? { ...one, closeness: previous } : one));
  undo.disabled = moves.length === 0;
};
