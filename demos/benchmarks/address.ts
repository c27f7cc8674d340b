/** What the explorer puts into the address of the page; other parts of it stay. */
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
