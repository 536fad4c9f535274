// Adds up what every runner reported, says which tests failed and why, and ends with one plain line.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const sum = { passed: 0, failed: 0, skipped: 0 };
const failed = [];

function countDotnet(report) {
  const counters = /<Counters ([^>]*)>/.exec(report)?.[1] ?? "";
  const value = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  const [total, passed, executed] = [value("total"), value("passed"), value("executed")];
  sum.passed += passed;
  sum.skipped += total - executed;
  sum.failed += executed - passed;
  for (const [result] of report.matchAll(/<UnitTestResult [^>]*outcome="Failed"[^]*?<\/UnitTestResult>/g)) {
    const name = /testName="([^"]*)"/.exec(result)?.[1];
    const why = /<ErrorInfo>[^]*?<\/ErrorInfo>/.exec(result)?.[0].replace(/<[^>]*>/g, "\n").trim() ?? "";
    failed.push(name);
    console.log(`FAILED ${name}\n${why.slice(0, 2000)}\n`);
  }
}

function countVitest(report) {
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
}

for (const file of readdirSync(folder)) {
  if (file.endsWith(".trx")) {
    countDotnet(readFileSync(join(folder, file), "utf8"));
  } else if (file.endsWith(".json")) {
    countVitest(JSON.parse(readFileSync(join(folder, file), "utf8")));
  }
}
for (const name of failed) {
  console.log(`failed: ${name}`);
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
