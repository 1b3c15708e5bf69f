-- The checks over loans and households, from the text of the policy and the words that a reader of the page has.
-- Out: verdict(code, number, told, branch): told is 'caught' or 'unknown'; a loan without a row is clear.
--
-- Readings where the text leaves room:
-- R10 A01 looks at repaid loans too. What is not in the roster is A01's, and clear for A02.
-- R11 A02: removed on the very day counts as removed, identified on the very day as identified; a status without its
--     day leaves the loan open, also a status that is entitled today.
-- R12 A03: all loans still owed together, whoever borrowed and whichever lender lent; amounts as lent, also of what is
--     partly repaid; a loan that another names as the loan before it does not count beside that one. Above the limit of
--     the latest of these loans' days, every one of them is caught. 50,000 until 2020, 100,000 (with the addition) later.
-- R13 A04: 36 months end on the same day of the month, or on its last day where there is none; from the last day of a
--     month to the last day of a month they are whole months (the regulator's MONTHS_BETWEEN). From 2026 no term is known.
-- R14 A05: up to 12 months by R13 the rate of one year, longer that of five. Benchmark until 2020, LPR 2021 to 2025,
--     none known from 2026 nor before 2015-10-24.
-- R15 A15: the class by the two clocks alone, without the floor of restructured loans.
-- R16 A16: over all lenders; a blank class beside others that agree leaves the loan open.
-- R17 A18: any of the columns that tell of a renewal or extension; repaid loans too.
-- R18 A19: before 60 days are over is day 59 and earlier; run out from day 61. A payout without a buffer is open.
-- R19 A09: a blank flag with nothing else against the loan leaves it open.
create table verdict(code text, number text, told text, branch text);

create table terms as
select number, disbursed, maturity, rate,
  case when date(disbursed, 'start of month', '+1 month', '-1 day') = disbursed
    then date(disbursed, 'start of month', '+37 months', '-1 day')
    else min(date(disbursed, '+36 months'), date(disbursed, 'start of month', '+37 months', '-1 day')) end as longest,
  case when date(disbursed, 'start of month', '+1 month', '-1 day') = disbursed
    then date(disbursed, 'start of month', '+13 months', '-1 day')
    else min(date(disbursed, '+12 months'), date(disbursed, 'start of month', '+13 months', '-1 day')) end as one_year
from lent;

create table went_on as
select number,
  (renewal_kind in ('续贷', '展期', '借新还旧')) is true or renewed is true or prolonged is true or renewal_count > 0
    or renewed_from is not null or extended is not null as so,
  renewal_kind = '续贷' or renewed is true as is_renewal,
  renewal_kind is null and renewed is null and renewed_from is null as untold
from lent;
create unique index went_on_by_number on went_on(number);

insert into verdict select 'A01', number, 'caught', 'not_in_roster' from lent where household not in (select household from roster);

insert into verdict
select 'A02', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select l.number, case
    when r.removed_on <= l.disbursed then 'removed'
    when r.identified_on > l.disbursed then 'identified_later'
    when r.poverty_status = '一般户' then 'never_registered'
    when r.poverty_status = '脱贫不享受政策' and r.exit_year < cast(strftime('%Y', l.disbursed) as integer) then 'without_support'
    when r.poverty_status is null or r.identified_on is null then '?'
    when r.poverty_status = '清退' and r.removed_on is null then '?'
    when r.poverty_status = '脱贫不享受政策' and r.exit_year is null then '?' end as branch
  from lent l join roster r using (household))
where branch is not null;

insert into verdict
select 'A03', number, 'caught', 'above_limit' from (
  select l.number, sum(l.principal) over w as together, max(l.disbursed) over w as latest
  from lent l
  where l.owed and not exists (select 1 from lent n where n.renewed_from = l.number and n.owed)
  window w as (partition by l.household))
where together > iif(latest < '2021-01-01', 5000000, 10000000);

insert into verdict
select 'A04', number, iif(disbursed >= '2026-01-01', 'unknown', 'caught'), 'longer' from terms
where disbursed >= '2026-01-01' or maturity > longest;

insert into verdict
select 'A05', number, iif(rate is null or cap is null, 'unknown', 'caught'), 'above_cap' from (
  select number, rate, case
    when disbursed < '2015-10-24' or disbursed >= '2026-01-01' then null
    when disbursed < '2021-01-01' then iif(maturity <= one_year, 43500, 47500)
    else (select iif(maturity <= one_year, one, five) from lpr where since <= disbursed order by since desc limit 1)
    end as cap
  from terms)
where rate is null or cap is null or rate > cap;

insert into verdict
select 'A08', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select l.number, case
    when purpose is null then '?'
    when instr(purpose, '建房') or instr(purpose, '购房') then 'building'
    when instr(purpose, '结婚') or instr(purpose, '彩礼') then 'marriage'
    when instr(purpose, '看病') then 'illness'
    when instr(purpose, '理财') or instr(purpose, '存款') then 'saving'
    when instr(purpose, '购车') or instr(purpose, '家电') or instr(purpose, '家庭用品') then 'household_goods'
    when instr(purpose, '消费') then 'consumption'
    when instr(purpose, '融资平台') or instr(purpose, '房地产') or instr(purpose, '基础设施') then 'platform'
    when instr(purpose, '还旧贷') then iif(w.is_renewal is true, null, iif(w.untold, '?', 'old_loan')) end as branch
  from lent l join went_on w using (number))
where branch is not null;

insert into verdict
select 'A09', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when enterprise_use = 1 then 'flagged'
    when enterprise is not null then 'enterprise'
    when count(*) over (partition by township, village, lender, disbursed, principal) >= 10 then 'cluster'
    when enterprise_use is null then '?' end as branch
  from lent)
where branch is not null;

insert into verdict
select 'A15', l.number, iif(l.reported is null or c.minimum is null, 'unknown', 'caught'),
  iif(l.reported < 3 and c.minimum >= 3, 'hidden_non_performing', 'better')
from lent l join classed c using (number)
where l.owed and (l.reported is null or c.minimum is null or l.reported < c.minimum);

insert into verdict
select 'A16', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when reported is not null and lowest <> highest then 'several_classes'
    when reported is null and lowest <> highest then 'several_classes_besides'
    when blanks > 0 then '?' end as branch
  from (select number, reported, min(reported) over w as lowest, max(reported) over w as highest,
      sum(reported is null) over w as blanks, count(*) over w as loans
    from lent where owed window w as (partition by household))
  where loans > 1)
where branch is not null;

insert into verdict
select 'A18', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when willingness in ('差', '恶意') then 'unwilling'
    when ability = '无' then 'unable'
    when willingness = '未知' or ability = '未知' then 'not_looked_into'
    when willingness is null or ability is null then '?' end as branch
  from lent join went_on using (number) where so)
where branch is not null;

insert into verdict
select 'A19', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select l.number, case
    when s.paid_on is not null or l.status = '已代偿' then
      case when s.buffer_from is null or s.paid_on is null then '?' when s.paid_on - s.buffer_from < 60 then 'paid_early' end
    when not l.owed then null
    when s.state = 'non_performing' and s.buffer_from is null then 'no_buffer'
    when l.now - s.buffer_from > 60 and l.applied is null then 'run_out' end as branch
  from lent l join standing s using (number))
where branch is not null;

insert into verdict
select 'A20', number, 'caught', 'no_collection' from lent
where (applied is not null or paid is not null or status = '已代偿') and coalesce(collections, 0) = 0 and last_collection is null;
