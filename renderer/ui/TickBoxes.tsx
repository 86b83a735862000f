interface TickBoxesProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChange(value: readonly string[]): void;
}

/** Several of a few options; the order of the options is kept. */
export function TickBoxes({ label, value, options, onChange }: TickBoxesProps) {
  const set = (option: string, on: boolean) => onChange(options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))));
  return (
    <fieldset className="ticks">
      <legend className="vh">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="row g6 nw">
          <input type="checkbox" checked={value.includes(option.value)} onChange={(event) => set(option.value, event.target.checked)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
