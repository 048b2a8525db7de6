/** Roles that nobody could give by the pages alone: the first of a city, as its operator gives them. */
import { execFileSync } from "node:child_process";

const PROGRAM = new URL("../../target/debug/tablica", import.meta.url).pathname;

/** Gives a role to whoever has that address, in the data of the demonstration that `run.sh` started. */
export function appoint(city: string, address: string, role: string, institution?: string): void {
  const data = process.env["TABLICA_TEST_DATA"];
  if (!data) throw new Error("TABLICA_TEST_DATA names no folder");
  const where = institution ? ["--institution", institution] : [];
  execFileSync(PROGRAM, ["role", "grant", "--tenant", city, "--email", address, "--role", role, ...where], {
    env: { ...process.env, TABLICA_DATA_DIR: data },
  });
}
