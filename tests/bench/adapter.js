//! Gives the page the two names that the benchmark's harness calls, over the page's own interface `window.creditAtlas`.
// The harness runs this before the page's scripts, so that the page itself carries no code of the benchmark.
(() => {
  'use strict';

  // A rate that is not there is null, as in the harness; "3.33" is 333 hundredths of a percent, "12.50" yuan are 1250 fen.
  const hundredths = (text) => (text === null ? null : Number(text.replace('.', '')));

  const figures = (key, group) => ({
    ...key,
    loans: group.loans,
    balance: hundredths(group.outstanding_principal),
    overdue: hundredths(group.overdue_by_amount.numerator),
    overdueBp: hundredths(group.overdue_by_amount.percent),
    npl: hundredths(group.npl_by_amount.numerator),
    nplBp: hundredths(group.npl_by_amount.percent),
    borrowers: group.borrower_households,
    covered: group.coverage_ever.numerator,
    roster: group.roster_households,
    coverageBp: hundredths(group.coverage_ever.percent),
  });

  // The harness counts repaid loans into the first class; the report counts only loans with a balance into any.
  const classes = (total) =>
    total.classes.map((row, cls) => ({
      cls,
      loans: row.by_loans.numerator + (cls === 0 ? total.loans - total.outstanding_loans : 0),
      balance: hundredths(row.by_amount.numerator),
    }));

  const result = (report) => ({
    loans: report.total.loans,
    rosterHouseholds: report.total.roster_households,
    villages: report.villages.map((row) => figures({ township: row.township, village: row.village }, row.figures)),
    townships: report.townships.map((row) => figures({ township: row.township }, row.figures)),
    banks: report.lenders.map((row) => figures({ bank: row.lender }, row.figures)),
    ladder: report.maturities.map((row) => ({
      month: row.month,
      loans: row.loans,
      balance: hundredths(row.outstanding_principal),
    })),
    classes: classes(report.total),
  });

  // Ready is when a program can call the page: the module is decoded, compiled and started.
  window.__ready = new Promise((resolve) => {
    const look = () => (window.creditAtlas ? resolve(window.creditAtlas.ready) : setTimeout(look, 1));
    look();
  });

  window.__bench = async (loans, roster, asOf) => {
    const start = performance.now();
    const report = await window.creditAtlas.analyze({ rules: false, loans: [loans], roster: [roster], asOf });
    const analyze = performance.now() - start;
    const translated = result(report);
    const ms = performance.now() - start;
    return { ms, result: translated, phases: { analyze, translate: ms - analyze } };
  };
})();
