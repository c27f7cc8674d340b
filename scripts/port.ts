/** The port of PORT, or 4321. Ends the process with a sentence when it is no port. */
export function readPort(): number {
  const given = process.env["PORT"] || "4321";
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  console.error(`invalid PORT: ${given}: give a number from 0 to 65535`);
  process.exit(1);
}

/** Ends the process with a sentence when a server could not listen on `port`; rethrows the rest. */
export function explainPortError(error: unknown, port: number): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const fault =
    code === "EADDRINUSE"
      ? `ambiguous PORT: ${port} is in use: stop the other server, or choose a port, e.g. PORT=${port + 1}`
      : code === "EACCES"
        ? `invalid PORT: ${port} is not open to this user: choose one above 1023`
        : undefined;
  if (!fault) throw error;
  console.error(fault);
  process.exit(1);
}
