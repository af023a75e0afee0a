import { OmringdProblem, type Schemas } from "@omringd/client";
import { useState } from "preact/hooks";
import { withConfirmation } from "../core/confirm.tsx";
import { saveFile } from "../core/download.ts";
import { Form } from "../core/form.tsx";
import { omringd } from "../core/service.ts";
import type { Words } from "../core/words.ts";
import { Table } from "../staff/table.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { invitationLink } from "./hand_over.tsx";
import { texts } from "./texts.ts";

type Row = Schemas["ImportedInvitation"];

interface ImportDialogProps {
  vocabulary: Words;
  close: () => void;
  imported: () => void;
}

/** A file is first checked by the service, and shown; then its people are invited. */
export function ImportDialog({ vocabulary, close, imported }: ImportDialogProps) {
  const words = texts().import;
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<Row[]>();
  const [done, setDone] = useState<Row[]>();
  const [errors, setErrors] = useState<readonly Schemas["FieldProblem"][]>([]);

  async function check() {
    setErrors([]);
    try {
      if (file) setPreview((await omringd.invitations.import(file, { dryRun: true })).items);
    } catch (problem) {
      if (!(problem instanceof OmringdProblem) || !problem.errors.some(({ row }) => row)) throw problem;
      setErrors(problem.errors);
    }
  }
  async function invite() {
    const result = file && (await withConfirmation(() => omringd.invitations.import(file)));
    if (!result) return;
    setDone(result.items);
    imported();
  }

  const fresh = preview?.filter(({ outcome }) => outcome === "invited").length ?? 0;
  return (
    <Dialog title={words.title} close={close}>
      {done ? (
        <>
          <h3>{words.done}</h3>
          <Rows rows={done} vocabulary={vocabulary} />
          <Links rows={done} />
          <Button onClick={close}>{words.close}</Button>
        </>
      ) : preview ? (
        <Form
          action={fresh > 0 ? words.action(fresh) : words.close}
          submit={fresh > 0 ? invite : async () => close()}
          beside={<Button onClick={() => setPreview(undefined)}>{words.other}</Button>}
        >
          <h3>{words.preview}</h3>
          {fresh === 0 && <p>{words.nobody}</p>}
          <Rows rows={preview} vocabulary={vocabulary} />
        </Form>
      ) : (
        <Form action={words.check} submit={check}>
          <p>{words.text}</p>
          {errors.length > 0 && <RowErrors errors={errors} />}
          <div class="field">
            <label for="file">{words.file}</label>
            <input
              id="file"
              type="file"
              accept=".csv,text/csv"
              required
              onChange={(event) => setFile(event.currentTarget.files?.[0])}
            />
          </div>
        </Form>
      )}
    </Dialog>
  );
}

/** The errors of a table have a row and a column, and not a field. */
function RowErrors({ errors }: { errors: readonly Schemas["FieldProblem"][] }) {
  const words = texts().import;
  return (
    <div class="notice notice-problem" role="alert">
      <p>{words.refused}</p>
      <ul>
        {errors.map(({ row, column, detail }) => (
          <li key={`${row} ${column}`}>
            {words.at(row ?? 1, column ?? "")}: {detail}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rows({ rows, vocabulary }: { rows: Row[]; vocabulary: Words }) {
  const words = texts().import;
  return (
    <Table
      label={words.title}
      rows={rows}
      id={({ row }) => String(row)}
      columns={[
        { title: words.row, cell: ({ row }) => row },
        { title: words.email, cell: ({ email }) => email },
        { title: words.outcome, cell: ({ outcome }) => vocabulary.of("importOutcomes", outcome) },
      ]}
    />
  );
}

/** Where the service sends no mail, this is the only moment at which the links are known. */
function Links({ rows }: { rows: Row[] }) {
  const words = texts().import;
  const lines = rows.flatMap(({ email, secret }) => (secret ? [`${email};${invitationLink(secret)}`] : []));
  if (lines.length === 0) return null;
  const save = () =>
    saveFile({ name: words.fileName, blob: new Blob([["email;link", ...lines].join("\r\n")], { type: "text/csv" }) });
  return (
    <>
      <p class="notice">{words.linksHint}</p>
      <Button kind="primary" icon="download" onClick={save}>
        {words.links}
      </Button>
    </>
  );
}
