// Reads the operations of the document: their names in this package, and what a call needs to know of each.

const METHODS = { get: "G", post: "P", put: "U", patch: "A", delete: "D" };

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const small = (word) => word[0].toLowerCase() + word.slice(1);

/** `clients.overview` of the tag `clients` and `showOverview`: see "Names" in README.md. */
function nameOf(tag, operationId) {
  const plural = tag.split("-").map(capital).join("");
  const singular = plural.replace(/([^i])es$|s$/, (end, letter) => (letter ? `${letter}e` : ""));
  const nouns = [plural, singular, plural.replace(/ies$/, "y"), `Own${plural}`];
  const [, verb, rest] = /^([a-z]+)(.*)$/.exec(operationId);
  if (nouns.includes(rest)) {
    const many = rest === plural && singular !== plural && /^create$/.test(verb);
    return many ? `${verb}Many` : verb === "show" ? "open" : verb;
  }
  const own = nouns.find((noun) => rest.startsWith(noun) && /^[A-Z]/.test(rest.slice(noun.length)));
  const other = own ? rest.slice(own.length) : rest;
  return verb === "show" ? small(other) : verb + other;
}

function resolved(document, node) {
  if (!node?.$ref) return node;
  return node.$ref
    .slice(2)
    .split("/")
    .reduce((at, key) => at[key], document);
}

function bodyOf(operation) {
  const types = Object.keys(operation.requestBody?.content ?? {});
  if (types.length === 0) return "";
  if (types.includes("application/x-www-form-urlencoded")) return "f";
  return types.some((type) => type.endsWith("json")) ? "b" : "t";
}

function isPage(document, success) {
  const schema = resolved(document, success.content?.["application/json"]?.schema);
  return Boolean(schema?.properties?.next && schema.properties.items);
}

/** Every operation of the document, in its order. */
export function operationsOf(document) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method in METHODS)
      .map(([method, operation]) => {
        const parameters = [...(methods.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
          resolved(document, one),
        );
        const takes = (place, name) => parameters.some((one) => one.in === place && (!name || one.name === name));
        const successes = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
        const types = successes.flatMap(([, response]) => Object.keys(response.content ?? {}));
        const tag = operation.tags[0];
        return {
          id: operation.operationId,
          summary: operation.summary,
          tag,
          group: tag.replace(/-(.)/g, (_, letter) => letter.toUpperCase()),
          name: nameOf(tag, operation.operationId),
          method: METHODS[method],
          path,
          pathParameters: parameters.filter((one) => one.in === "path").map((one) => one.name),
          body: bodyOf(operation),
          requiresBody: Boolean(operation.requestBody?.required),
          query: takes("query"),
          conditional: takes("header", "If-Match"),
          creating: takes("header", "If-None-Match") && method === "put",
          keyed: takes("header", "Idempotency-Key"),
          open: operation.security?.some((one) => Object.keys(one).length === 0) ?? false,
          stream: types.includes("text/event-stream"),
          pages: successes.some(([, response]) => isPage(document, response)),
        };
      }),
  );
}

/** Members of a client that are no group. */
const RESERVED = ["download", "language", "picture", "session"];

/** Refuses a group or an operation whose name is taken. */
export function groupsOf(operations) {
  const groups = new Map();
  for (const operation of operations) {
    if (RESERVED.includes(operation.group))
      throw new Error(`The tag ${operation.tag} would hide a member of the client`);
    const group = groups.get(operation.group) ?? new Map();
    if (group.has(operation.name)) {
      throw new Error(
        `${operation.group}.${operation.name} is both ${group.get(operation.name).id} and ${operation.id}`,
      );
    }
    groups.set(operation.group, group.set(operation.name, operation));
  }
  return groups;
}
