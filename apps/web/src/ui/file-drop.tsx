import { type ReactNode, useState } from "react";

type Props = {
  readonly label: string;
  readonly button: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** A place where a file is dropped, or chosen by a button that keyboards and phones reach. */
export function FileDrop({ label, button, accept, disabled, onFile, children }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    <section
      className="file-drop"
      aria-label={label}
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p>
        <strong>{label}</strong>
      </p>
      <label className="button main">
        {button}
        <input
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files);
            // The same file, mended, may be chosen again.
            event.target.value = "";
          }}
        />
      </label>
      {children}
    </section>
  );
}
