-- The checks over loans and households, from the text of the policy and the words that a reader of the page has.
-- Out: verdict(code, number, told, branch): told is 'caught', 'unknown' or, where the check asks nothing of the loan,
-- 'not_applicable'; a loan without a row is clear.
--
-- Readings where the text leaves room; README, "How the rules are read", and the words of each check have them:
-- R10 A01 looks at repaid loans too. What is not in the roster is A01's, and clear for A02.
-- R11 A02: removed on the very day counts as removed, identified on the very day as identified; a status without its
--     day leaves the loan open, and so does a loan of the very year in which a household without support was lifted out.
-- R12 A03: the loans still owed up to the day of a loan, whoever borrowed and whichever lender lent, against the limit of
--     that day; those of up to the last day above it are caught. Amounts as lent. A loan whose renewal is owed as well
--     does not count. 50,000 until 2020, 100,000 (with the addition) later.
-- R13 A04: 36 months end on the same day of the month, or on its last day where there is none; from the last day of a
--     month to the last day of a month they are whole months (the regulator's MONTHS_BETWEEN). From 2026 no term is known.
-- R14 A05: up to 12 months the rate of one year, longer that of five. Benchmark until 2020, LPR 2021 to 2025, none known
--     from 2026 nor before 2015-10-24.
-- R15 A15: the least class by the two clocks alone, without the floor of restructured loans. Where arrears of interest
--     have no day, a class that the known days allow is still open.
-- R16 A16: over all lenders; a blank class beside others that agree leaves the loan open.
-- R17 A18: any of the columns that tell of a renewal or extension, the number of the loan before among them; repaid
--     loans too. Where the file tells nothing of it the loan is open.
-- R18 A19: before 60 days are over is day 59 and earlier; run out from day 61. A blank counts only in a file that gives
--     one of the two days at all. A payout without its day or without a buffer is open; written off is left out.
--     A20 too leaves what is dated after the day of the report out, the application and the collection.
-- R19 A09: a blank flag with nothing else against the loan leaves it open.
create table verdict(code text, number text, told text, branch text);

create table terms as
select number, disbursed, maturity, rate,
  case when date(disbursed, 'start of month', '+1 month', '-1 day') = disbursed
    then date(disbursed, 'start of month', '+37 months', '-1 day')
    else min(date(disbursed, '+36 months'), date(disbursed, 'start of month', '+37 months', '-1 day')) end as longest,
  min(date(disbursed, '+12 months'), date(disbursed, 'start of month', '+13 months', '-1 day')) as one_year
from lent;
create table capped as
select number, rate, case
  when disbursed < '2015-10-24' or disbursed >= '2026-01-01' then null
  when disbursed < '2021-01-01' then iif(maturity <= one_year, 43500, 47500)
  else (select iif(maturity <= one_year, one, five) from lpr where since <= disbursed order by since desc limit 1)
  end as cap
from terms;
create unique index capped_by_number on capped(number);

insert into verdict select 'A01', number, 'caught', 'not_in_roster' from lent where household not in (select household from roster);

insert into verdict
select 'A02', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select l.number, case
    when r.removed_on <= l.disbursed then 'removed'
    when r.identified_on > l.disbursed then 'identified_later'
    when r.poverty_status = '一般户' then iif(l.disbursed >= '2026-01-01', '?', 'never_registered')
    when r.poverty_status = '脱贫不享受政策' and r.exit_year < cast(strftime('%Y', l.disbursed) as integer) then 'without_support'
    when r.poverty_status is null or r.identified_on is null then '?'
    when r.poverty_status = '清退' and r.removed_on is null then '?'
    when r.poverty_status = '脱贫不享受政策'
      and coalesce(r.exit_year = cast(strftime('%Y', l.disbursed) as integer), 1) then '?' end as branch
  from lent l join roster r using (household))
where branch is not null;

create index lent_by_renewed on lent(renewed_from);
create table counted_once as
select o.number from lent n join lent o on o.number = n.renewed_from and o.household = n.household
  and (o.disbursed, o.place) < (n.disbursed, n.place)
where n.owed;
create table running as
select number, household, disbursed, sum(principal) over (partition by household order by disbursed) as total
from lent where owed and number not in (select number from counted_once);
insert into verdict
select 'A03', r.number, 'caught', 'above_limit' from running r
join (select household, max(disbursed) as last from running
  where total > iif(disbursed < '2021-01-01', 5000000, 10000000) group by household) over_limit using (household)
where r.disbursed <= last;

insert into verdict
select 'A04', number, iif(disbursed >= '2026-01-01', 'unknown', 'caught'), 'longer' from terms
where disbursed >= '2026-01-01' or maturity > longest;

insert into verdict
select 'A05', number, iif(rate is null or cap is null, 'unknown', 'caught'), 'above_cap' from capped
where rate is null or cap is null or rate > cap;

insert into verdict
select 'A08', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when purpose is null then '?'
    when instr(purpose, '还旧贷') or instr(purpose, '归还旧贷款')
      then iif(renewal_kind is not null, iif(renewal_kind = '续贷' or (renewal_kind = '展期' and renewed), null, 'old_loan'), iif(renewed is null, '?', iif(renewed, null, 'old_loan')))
    when instr(purpose, '建房') or instr(purpose, '购房') then 'building'
    when instr(purpose, '结婚') or instr(purpose, '彩礼') then 'marriage'
    when instr(purpose, '看病') then 'illness'
    when instr(purpose, '理财') or instr(purpose, '存款') or instr(purpose, '存储') then 'saving'
    when instr(purpose, '购车') or instr(purpose, '家电') or instr(purpose, '家庭用品') then 'household_goods'
    when instr(purpose, '消费') then 'consumption'
    when instr(purpose, '融资平台') or instr(purpose, '房地产') or instr(purpose, '基础设施') then 'platform' end as branch
  from lent)
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
select 'A15', number, iif(reported < minimum, 'caught', 'unknown'),
  iif(reported < 3 and minimum >= 3, 'hidden_non_performing', 'better')
from classed
where owed and (reported < minimum or (reported is null and minimum > 1) or (undated and coalesce(reported, 1) < 5));

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
    when not so then null
    when so is null then '?'
    when willingness in ('差', '恶意') then 'unwilling'
    when ability = '无' then 'unable'
    when willingness = '未知' or ability = '未知' then 'not_looked_into'
    when willingness is null or ability is null then '?' end as branch
  from (select l.*, case when extended is not null or renewal_count > 0 or renewed_from is not null then 1
      when kind is not null then kind <> '无' when renewal_count = 0 then 0 end as so from lent l))
where branch is not null;

create table file_tells as
select file, count(coalesce(recognised, buffer)) > 0 as buffers, count(coalesce(last_collection, collections)) > 0 as collections
from lent group by file;

insert into verdict
select 'A19', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when is_paid then case when paid_on is null or coalesce(buffer_on, recognised_on) is null then '?'
      when paid_on - coalesce(buffer_on, recognised_on) < 60 then 'paid_early' end
    when state not in ('non_performing', 'in_buffer', 'buffer_over') then null
    when coalesce(buffer_on, recognised_on) is null then iif(buffers, 'no_buffer', '?')
    when now - coalesce(buffer_on, recognised_on) > 60 and coalesce(applied > date(now + 0.5), 1) then 'run_out' end as branch
  from standing join file_tells using (file))
where branch is not null;

create table asked_for as
select l.*, f.collections as tells, coalesce(iif(applied <= today.day, applied, null), iif(paid <= today.day, paid, null)) as asked_on,
  coalesce(l.collections > 0, 0) or coalesce(last_collection <= today.day, 0) as is_collected
from lent l join file_tells f using (file), today;
insert into verdict
select 'A20', number, iif(branch = '?', 'unknown', 'caught'), branch from (
  select number, case
    when tells or collections is not null then iif(asked_on is null, 'paid_without_collection', 'no_collection')
    else '?' end as branch
  from asked_for where (asked_on is not null or status = '已代偿') and not is_collected);

-- What a check does not ask: the household is in no roster, nothing is owed, it went no further, nothing was paid.
insert into verdict
select 'A02', number, 'not_applicable', null from lent where household not in (select household from roster)
union all select 'A03', number, 'not_applicable', null from lent where not owed
union all select 'A15', number, 'not_applicable', null from lent where not owed
union all select 'A16', number, 'not_applicable', null from (
  select number, owed, sum(owed) over (partition by household) as loans from lent) where not owed or loans < 2
union all select 'A18', number, 'not_applicable', null from lent
  where extended is null and coalesce(renewal_count, 0) = 0 and renewed_from is null
    and (kind = '无' or kind is null and renewal_count = 0)
union all select 'A19', number, 'not_applicable', null from standing
  where not is_paid and state not in ('non_performing', 'in_buffer', 'buffer_over')
union all select 'A20', number, 'not_applicable', null from asked_for where asked_on is null and status is not '已代偿';
