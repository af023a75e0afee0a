// Invented people, the same at every start.
const NAMES =
  "Anna|Hendrik-Jan Oosterhuis|Oma Bep|Buurvrouw Truus|Kees & Ria|Dr. Van den Berg|Mohammed|Zoë|Fatima El Amrani|Thuiszorg Maria|Sem|Wilhelmina Geertruida van der Zandschulp|Yusuf|Noor|Tante Riet|Pastor Bos|Lotte|Opa Henk|Jan-Willem|Esmée".split(
    "|",
  );
const DOMAINS = "family friends household neighbourhood friends care work friends family care leisure family".split(
  " ",
);
const RINGS = [
  "inner",
  "middle",
  "outer",
  "inner",
  "middle",
  "outer",
  null,
  "middle",
  "outer",
  "outer",
  "inner",
  "middle",
];
const TYPES = ["emotional", "practical", "informational", "companionship", "appraisal", "vervoer"];
const STATES = ["received-now", "could-ask", "would-not-ask", null];

const id = (number) => {
  const mixed = BigInt.asUintN(64, BigInt(number + 1) * 0x9e3779b97f4a7c15n)
    .toString(16)
    .padStart(16, "0");
  return `01935b00-0${String(100 + number)}-7${mixed.slice(0, 3)}-8${mixed.slice(3, 6)}-${mixed.slice(4)}`;
};

export function invented(count) {
  const people = Array.from({ length: count }, (_, at) => ({
    id: id(at),
    name: NAMES[at % NAMES.length] + (at < NAMES.length ? "" : ` ${1 + Math.floor(at / NAMES.length)}`),
    closeness: RINGS[(at * 7) % 12],
    lifeDomain: DOMAINS[(at * 5) % 12],
    tension: at % 6 === 2 ? 1 + (at % 4) : null,
    burden: at % 7 === 1 ? 2 : 0,
    supports: TYPES.filter((_, type) => (at * 3 + type * 5) % 7 < 2).map((supportType, type) => ({
      supportType,
      availability: STATES[(at + type) % 4],
    })),
    past: at === 8,
    pending: at === 4,
  }));
  const ties = Array.from({ length: Math.floor(count * 0.8) }, (_, at) => ({
    between: [people[at % count].id, people[(at * 3 + 4) % count].id],
    strength: at % 5,
  })).filter(({ between: [one, other] }) => one !== other);
  return { people, ties };
}
