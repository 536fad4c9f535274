// Adds up what every runner reported, and ends with one plain line.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), "utf8");
  if (file.endsWith(".trx")) {
    const counters = /<Counters ([^>]*)>/.exec(text)?.[1] ?? "";
    const value = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
    const [total, passed, executed] = [value("total"), value("passed"), value("executed")];
    sum.passed += passed;
    sum.skipped += total - executed;
    sum.failed += executed - passed;
  } else if (file.endsWith(".json")) {
    const report = JSON.parse(text);
    sum.passed += report.numPassedTests;
    sum.failed += report.numFailedTests;
    sum.skipped += report.numPendingTests + report.numTodoTests;
  }
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
