-- Interest subsidy due per loan and settlement period, and the checks over what was paid.
-- Out: due_subsidy(number, period_start, period_end, days, on_360, on_365), and the verdicts of A12, A13 and A14.
--
-- Readings where the text leaves room:
-- R20 Periods run from the 21st of March, June, September, December to the next; the first day counts, the last does
--     not. The period that today lies in is reckoned up to today.
-- R21 In term only: from disbursement to the due day (the extended one), which itself bears no interest; no longer than
--     to the day of settlement or payout.
-- R22 The principal of a day is what was lent, until settled. Partly repaid, or settled on a day that is not told:
--     nobody knows, and nothing is worked out.
-- R23 A household's 50,000 go to its loans in the order of disbursement (then of number), day by day. A loan of which the
--     principal is not known takes its share of them all the same, by what was lent.
-- R24 At the loan's own rate, the whole of it; from 2026 no share is known. A loan marked as not subsidised has none due.
-- R25 One rounding to the fen per loan and period, half up.
-- R26 A13 leaves out what A11 and A12 take up: payments that overlap another, and those beyond the due day.
-- R27 A14: between the first and the last day of the table of payments.
create table bearing as
select number, household, principal, rate, disbursed, due, now, lent_on as starts,
  min(due, now, case when owed then 9999999
    else coalesce(cast(julianday(settled) as integer), cast(julianday(paid) as integer), 9999999) end) as ends,
  case when owed and balance = principal then 1
    when not owed and (settled is not null or paid is not null) then 1 else 0 end as is_known,
  rate is not null and disbursed < '2026-01-01' and subsidised is not 0 as bears
from lent;
create index bearing_by_household on bearing(household, starts, number);

create table quarter as
with recursive q(starts) as (
  select date('2013-12-21') union all select date(starts, '+3 months') from q where starts < '2030-01-01'
)
select starts as period_start, date(starts, '+3 months') as period_end,
  cast(julianday(starts) as integer) as a, cast(julianday(date(starts, '+3 months')) as integer) as b from q;

-- Households that ever owe more than the limit are cut into stretches on which nothing changes.
create table crowded as select household from bearing group by household having sum(principal) > 5000000;
create table cut as
select distinct household, at from (
  select household, starts as at from bearing where household in crowded
  union all select household, ends from bearing where household in crowded
  union all select c.household, a from crowded c, quarter);
create table stretch as
select household, at as a, lead(at) over (partition by household order by at) as b from cut;
create table part as
select number, period_start, a, b,
  max(0, min(principal, 5000000 - before)) as share from (
  select x.number, x.principal, s.a, s.b,
    (select max(period_start) from quarter q where q.a <= s.a) as period_start,
    coalesce(sum(x.principal) over (partition by s.household, s.a order by x.starts, x.number
      rows between unbounded preceding and 1 preceding), 0) as before
  from stretch s join bearing x on x.household = s.household and x.starts <= s.a and x.ends >= s.b
  where s.b is not null);
insert into part
select number, period_start, max(starts, a), min(ends, b), principal
from bearing, quarter where household not in crowded and starts < b and ends > a and ends > starts;

create table due_subsidy as
select number, period_start, sum(b - a) as days, sum((b - a) * share) as money_days,
  (2 * sum((b - a) * share) * rate + 360000000) / 720000000 as on_360,
  (2 * sum((b - a) * share) * rate + 365000000) / 730000000 as on_365
from part join bearing using (number)
where is_known and bears group by number, period_start;
create unique index due_subsidy_by_number on due_subsidy(number, period_start);
create index part_by_number on part(number);

-- What was paid for a stretch of days: the interest of the days of the loan's term within it.
create table paid_row as
select p.place, x.number, p.amount, cast(julianday(p.period_start) as integer) as a,
  cast(julianday(p.period_end) as integer) as b, x.due, x.rate, x.is_known, x.bears, x.principal
from subsidy p join bearing x on x.number = p.loan;
create table reckoned as
select r.place, r.number, r.amount, r.b, r.due, r.is_known, r.bears,
  (2 * md.capped * r.rate + 360000000) / 720000000 as on_360, (2 * md.capped * r.rate + 365000000) / 730000000 as on_365,
  (2 * md.whole * r.rate + 360000000) / 720000000 as whole_360, md.whole > md.capped as is_above
from paid_row r join (
  select r.place, coalesce(sum(max(0, min(r.b, p.b) - max(r.a, p.a)) * p.share), 0) as capped,
    coalesce(sum(max(0, min(r.b, p.b) - max(r.a, p.a)) * r.principal), 0) as whole
  from paid_row r left join part p using (number) group by r.place) md using (place);

insert into verdict
select distinct 'A12', number, 'caught', 'after_due' from reckoned where b > due;
insert into verdict
select distinct 'A12', number, 'caught', 'above_limit' from reckoned
where is_known and bears and is_above and amount > on_360 + 100
  and number not in (select number from verdict where code = 'A12');

create table doubled as
select distinct x.place from paid_row x join paid_row y on x.number = y.number and x.place <> y.place and x.a < y.b and y.a < x.b;
insert into verdict
select 'A13', number, iif(sum(is_known and bears) = 0, 'unknown', 'caught'), '' from reckoned
where b <= due and place not in doubled
  and (not (is_known and bears) or (abs(amount - on_360) > 100 and abs(amount - on_365) > 100))
group by number;

insert into verdict
select 'A14', x.number, iif(x.is_known, 'caught', 'unknown'), 'missing'
from bearing x join (select min(cast(julianday(period_start) as integer)) as a, max(cast(julianday(period_end) as integer)) as b
  from subsidy) t
where x.bears and x.starts < t.b and x.ends > t.a and x.number not in (select loan from subsidy)
  and exists (select 1 from part p where p.number = x.number and p.share > 0 and p.a < t.b and p.b > t.a);
