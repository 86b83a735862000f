/** Logs say the same thing over and over: keeps what a function made of the last few thousand texts. */
export function remember<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = work(text);
      if (known.size >= MOST) known.clear();
      known.set(text, result);
    }
    return result;
  };
}

const MOST = 5000;
