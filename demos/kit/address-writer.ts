/** Puts a choice into the query of an address, which holds only what is not as usual. */
export function putChoice<T extends string | number>(
  params: URLSearchParams,
  key: string,
  value: T,
  usual: T,
): void {
  if (value !== usual) params.set(key, String(value));
}

const delay = 250; // ms; Safari refuses more than 100 changes in 30 s

/** A writer of the page's query, for after many quick changes. */
export function createAddressWriter(): (params: URLSearchParams) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (params) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      url.search = params.toString();
      history.replaceState(history.state, "", url);
    }, delay);
  };
}
