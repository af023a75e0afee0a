// Texts and classes of styles that nothing uses are deleted.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src/", import.meta.url));
const filesOf = (ending: RegExp) =>
  (readdirSync(root, { recursive: true }) as string[]).filter((file) => ending.test(file)).map((file) => root + file);

/** Each text of the Dutch model, and those that a program reads: by name, or all of an object by a name that is computed. */
function readTexts(): { declared: Map<ts.Node, string>; used: Set<ts.Node> } {
  const config = ts.readConfigFile(`${root}../tsconfig.json`, (file) => ts.sys.readFile(file)).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${root}..`);
  const program = ts.createProgram(filesOf(/\.tsx?$/), options);
  const checker = program.getTypeChecker();
  const declared = new Map<ts.Node, string>();
  const used = new Set<ts.Node>();

  const isModel = ({ fileName }: ts.SourceFile) => fileName.endsWith("/nl.ts");
  function declare(node: ts.Node, path: string): void {
    if (ts.isPropertyAssignment(node)) {
      const name = `${path}.${node.name.getText().replaceAll('"', "")}`;
      if (ts.isObjectLiteralExpression(node.initializer))
        return ts.forEachChild(node.initializer, (child) => declare(child, name));
      declared.set(node, name);
      return;
    }
    ts.forEachChild(node, (child) => declare(child, path));
  }
  const use = (symbol: ts.Symbol | undefined) => symbol?.declarations?.forEach((declaration) => used.add(declaration));
  const useAll = (type: ts.Type) => type.getProperties().forEach(use);
  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) useAll(checker.getTypeAtLocation(node.expression));
    if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      const whole = checker.getTypeAtLocation(node.parent);
      if (ts.isIdentifier(name)) use(whole.getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  }
  for (const file of program.getSourceFiles()) {
    if (!file.fileName.startsWith(root)) continue;
    if (isModel(file)) declare(file, file.fileName.slice(root.length).replace(/(\/?locales)?\/nl\.ts$/, ""));
    else if (!file.fileName.endsWith("/en.ts")) visit(file);
  }
  return { declared, used };
}

test("every text is shown somewhere", { timeout: 60_000 }, () => {
  const { declared, used } = readTexts();
  expect(declared.size).toBeGreaterThan(300);
  const unused = [...declared].filter(([node]) => !used.has(node)).map(([, name]) => name);
  expect(unused).toEqual([]);
});

test("every class of the styles is used", () => {
  const styles = filesOf(/\.css$/).map((file) => readFileSync(file, "utf8").replace(/\/\*.*?\*\//gs, ""));
  const classes = new Set(
    styles.flatMap((style) => [...style.matchAll(/\.(-?[a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name]) => name!)),
  );
  const source = filesOf(/\.tsx?$/)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  expect(classes.size).toBeGreaterThan(100);
  const isUsed = (name: string) => {
    const isComputed = [...name.matchAll(/-/g)].some(({ index }) => source.includes(`${name.slice(0, index)}-\${`));
    return isComputed || new RegExp(`["'\`\\s.]${name}["'\`\\s]`).test(source);
  };
  expect([...classes].filter((name) => !isUsed(name))).toEqual([]);
});
