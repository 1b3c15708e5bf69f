-- Interest subsidy due per loan and settlement period, and the checks over what was paid.
-- Out: due_subsidy(number, period, least and most by 360 and 365 days), and the verdicts of A12, A13 and A14.
--
-- Readings where the text leaves room; README, "How the rules are read", has them in words:
-- R20 Periods run from the 21st of March, June, September, December to the next; the first day counts, the last does
--     not. The period that today lies in is reckoned up to today.
-- R21 In term only: from disbursement to the due day (the extended one), which itself bears no interest; no longer than
--     to the day of settlement. What others ended (paid out, written off) was owed to the due day.
-- R22 The principal of a day is what was lent, until settled. Partly repaid: between the balance and what was lent.
--     Settled on a day that is not told: between nothing and what was lent.
-- R23 A household's 50,000 go to its loans in the order of disbursement (then of the rows), day by day.
-- R24 At the loan's own rate but not above its cap, the whole of it; from 2026 neither share nor cap is known. What a
--     file says of being subsidised does not matter: this is what is due.
-- R25 One rounding to the fen per loan and period, half up; what was paid may be a yuan more or less, by either year.
-- R26 A13 asks whether a payment is the interest on its own days, as listed, at the loan's own rate, or what was due.
-- R27 A14: the days for which the table has a payment of any loan, as far as anybody pays for the loan (R9a). Of a
--     settlement period its last day decides: nothing is due from the beginning of that in which a household was removed.
create table bearing as
select l.number, l.household, l.place, l.disbursed, l.lent_on as starts, l.now,
  cast(julianday(case when l.balance = 0 and l.settled < coalesce(l.extended, l.maturity) then l.settled
    else coalesce(l.extended, l.maturity) end) as integer) as ends, l.due, l.rate, min(l.rate, c.cap) as subsidised,
  case when l.balance > 0 then min(l.balance, l.principal)
    when l.settled is not null or l.status in ('已代偿', '已核销') then l.principal else 0 end as least,
  max(l.principal, l.balance) as most
from lent l join capped c using (number);
create unique index bearing_by_number on bearing(number);
create index bearing_by_household on bearing(household, disbursed, place);

create table quarter as
with recursive q(day) as (
  select date('2013-12-21') union all select date(day, '+3 months') from q where day < '2030-01-01'
)
select cast(julianday(day) as integer) as a, cast(julianday(date(day, '+3 months')) as integer) as b from q;

-- Households that ever owe more than the limit are cut into stretches on which nothing changes.
create table crowded as
select x.* from bearing x
join (select household from bearing group by household having sum(most) > 5000000) using (household);
create index crowded_by_household on crowded(household, disbursed, place);
create table stretch as
select household, at as a, lead(at) over (partition by household order by at) as b from (
  select household, starts as at from crowded union select household, ends from crowded);
create index stretch_by_household on stretch(household, a);
create table part as
select number, a, b,
  min(least, max(0, 5000000 - most_before)) as least,
  iif(disbursed < '2026-01-01', min(most, max(0, 5000000 - least_before)), most) as most from (
  select x.number, x.disbursed, x.least, x.most, s.a, s.b,
    coalesce(sum(x.least) over w, 0) as least_before, coalesce(sum(x.most) over w, 0) as most_before
  from stretch s join crowded x on x.household = s.household and x.starts <= s.a and x.ends >= s.b
  where s.b is not null
  window w as (partition by s.household, s.a order by x.disbursed, x.place rows between unbounded preceding and 1 preceding));
insert into part
select number, starts, ends, least, most from bearing where ends > starts and number not in (select number from crowded);
create index part_by_number on part(number, a);

create table due_subsidy as
with reckoned as (
  select p.number, q.a as period, x.subsidised as rate,
    sum((min(p.b, q.b, x.now) - max(p.a, q.a)) * p.least) as least, sum((min(p.b, q.b, x.now) - max(p.a, q.a)) * p.most) as most
  from bearing x join part p using (number)
  join quarter q on q.a > p.a - 93 and q.a < p.b and max(p.a, q.a) < min(p.b, q.b, x.now)
  where x.subsidised is not null
  group by p.number, q.a
)
select number, period,
  (2 * least * rate + 360000000) / 720000000 as least_360, (2 * most * rate + 360000000) / 720000000 as most_360,
  (2 * least * rate + 365000000) / 730000000 as least_365, (2 * most * rate + 365000000) / 730000000 as most_365
from reckoned;
create unique index due_subsidy_by_number on due_subsidy(number, period);

-- What was paid, over its own days: as listed, in term, and in term below the limit; fen times days.
create table paid_row as
with rows as (
  select p.place as payment, x.*, p.amount, cast(julianday(p.period_start) as integer) as a,
    cast(julianday(p.period_end) as integer) as b
  from subsidy p join bearing x on x.number = p.loan
)
select r.payment, r.number, r.amount, r.rate, r.subsidised, r.a, r.b, r.due,
  max(0, r.b - r.a) * r.least as list_least, max(0, r.b - r.a) * r.most as list_most,
  max(0, min(r.b, r.ends, r.now) - max(r.a, r.starts)) * r.least as term_least,
  max(0, min(r.b, r.ends, r.now) - max(r.a, r.starts)) * r.most as term_most,
  coalesce(sum(max(0, min(r.b, p.b, r.now) - max(r.a, p.a)) * p.least), 0) as below_least,
  coalesce(sum(max(0, min(r.b, p.b, r.now) - max(r.a, p.a)) * p.most), 0) as below_most,
  coalesce(sum(max(0, min(r.b, p.b) - max(r.a, p.a)) * (r.least - p.least + r.most - p.most)) > 0, 0) as is_above,
  r.disbursed >= '2026-01-01' and min(r.b, r.ends) > max(r.a, r.starts) as is_unlimited
from rows r left join part p using (number) group by r.payment;
create index paid_row_by_number on paid_row(number, payment);
create table priced as
select p.*,
  (2 * list_least * rate + 360000000) / 720000000 as low_360, (2 * list_least * rate + 365000000) / 730000000 as low_365,
  (2 * list_most * rate + 360000000) / 720000000 as high_360, (2 * list_most * rate + 365000000) / 730000000 as high_365,
  (2 * term_most * rate + 360000000) / 720000000 as term_360, (2 * below_most * rate + 360000000) / 720000000 as below_360,
  (2 * below_least * subsidised + 360000000) / 720000000 as due_low_360,
  (2 * below_least * subsidised + 365000000) / 730000000 as due_low_365,
  (2 * below_most * subsidised + 360000000) / 720000000 as due_high_360,
  (2 * below_most * subsidised + 365000000) / 730000000 as due_high_365
from paid_row p;
create table reckoned as
select p.*,
  min(abs(amount - low_360), abs(amount - low_365), abs(amount - high_360), abs(amount - high_365), abs(amount - due_low_360),
    abs(amount - due_low_365), abs(amount - due_high_360), abs(amount - due_high_365)) <= 100 as agrees
from priced p;

insert into verdict
select 'A12', number, iif(max(says) = 1, 'unknown', 'caught'), iif(max(says) = 3, 'after_due', 'above_limit') from (
  select number, case
    when b > due and b > a then 3
    when subsidised is null then is_above or is_unlimited
    when is_above and min(amount - (high_360 - term_360), term_360) - below_360 > 100 then 2 else 0 end as says
  from reckoned)
group by number having max(says) > 0;

insert into verdict
select 'A13', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, branch, row_number() over (partition by number order by branch = '?', payment) as rank from (
    select number, payment, case
      when subsidised is null then '?'
      when agrees then null
      when amount > high_360 then 'over'
      when (low_360, low_365) <> (high_360, high_365) and amount >= low_365 then '?'
      else 'under' end as branch
    from reckoned)
  where branch is not null)
where rank = 1;

-- The days for which anything was paid, and what was due for them to those who were paid nothing.
create table covered as
with spans as (
  select a, b, max(b) over (order by a, b rows between unbounded preceding and 1 preceding) as before from (
    select distinct cast(julianday(period_start) as integer) as a, cast(julianday(period_end) as integer) as b
    from subsidy where period_end > period_start)
), groups as (
  select a, b, sum(coalesce(a > before, 1)) over (order by a, b) as id from spans
)
select min(a) as a, max(b) as b from groups group by id;
create table payable as
select number, case when since is null then 9999999 else coalesce((select max(a) from quarter where a <= since), 0) end as until
from denied;
create unique index payable_by_number on payable(number);
insert into verdict
select 'A14', number, iif(least > 100, 'caught', 'unknown'), 'missing' from (
  select number, sum((2 * least * subsidised + 365000000) / 730000000) as least,
    sum((2 * most * subsidised + 360000000) / 720000000) as most, max(most) as any_most, max(subsidised is null) as is_open
  from (
    select x.number, x.subsidised, c.a, sum((min(p.b, c.b, x.now, until) - max(p.a, c.a)) * p.least) as least,
      sum((min(p.b, c.b, x.now, until) - max(p.a, c.a)) * p.most) as most
    from covered c join part p on p.a < c.b and p.b > c.a join bearing x on x.number = p.number
    join payable using (number)
    where max(p.a, c.a) < min(p.b, c.b, x.now, until) and x.number not in (select loan from subsidy)
    group by x.number, c.a)
  group by number)
where least > 100 or most > 100 or (is_open and any_most > 0);

insert into verdict select 'A14', number, 'not_applicable', null from lent where number in (select loan from subsidy);
insert into verdict
select code, number, 'not_applicable', null from lent, (select 'A12' as code union all select 'A13')
where number not in (select loan from subsidy);
