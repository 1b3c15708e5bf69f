-- Days overdue, class by the 2023 measures, and standing of every loan, from the text of the policy alone.
-- In: today(day), chosen(name, value), loan, roster (days as ISO text, money in fen, rates in ten-thousandths of a percent).
-- Out: lent (the loans with day numbers), denied (from when on nobody pays for a loan), classed, standing(number, days, class, state, began).
--
-- Readings where the text leaves room; README, "How the rules are read", has them in words:
-- R1  The due day itself is on time, also where it is a holiday; the day after it is day 1.
-- R2  A loan is owed while its balance is above nothing, whatever its status says.
-- R3  The clock of interest starts on the earliest day of arrears as that of principal does on the due day. Arrears of
--     nothing are none. Arrears without their day do not run: the class is then the least that it can be.
-- R4  Restructured loans have a floor only where the county says so: what is extended until a year after the contract's
--     own due day, what is new to repay old until a year after disbursement; the anniversary itself is free.
-- R5  Paid out before written off before settled. What is dated after today has not happened.
-- R6  Recovering as soon as anything came back, recovered once all that was paid out did.
-- R7  Non-performing: the worse clock from day 91, or the lender's class; where it gives none, from its day on.
-- R8  That day is the lender's, else day 91 of the clock that came first. The buffer starts on its own day, else on that;
--     where that is still to come, the loan is non-performing by its own days until then. Days 0 to 60 from its start
--     are the buffer; from day 61 it is over.
-- R9  Due soon: no more than 90 days to go.
-- R9a Nobody pays for a household that was never registered, nor, where the county says so, for one without further
--     support, one removed, from its day on, or a loan that an enterprise uses, flagged or named. Whoever is not in the
--     roster, or of whom the county has not said anything, is not denied.
create table lent as
select l.*,
  cast(julianday(t.day) as integer) as now,
  cast(julianday(disbursed) as integer) as lent_on,
  cast(julianday(coalesce(extended, maturity)) as integer) as due,
  balance > 0 as owed,
  coalesce(renewal_kind, case when prolonged = 1 then '展期' when renewed = 1 then '续贷'
    when prolonged = 0 and renewed = 0 then '无' end) as kind
from loan l, today t;
create unique index lent_by_number on lent(number);
create index lent_by_household on lent(household, lent_on);

create table denied as
with says as (
  select max(value) filter (where name like 'removed%') as removed, max(value) filter (where name like 'unsupported%') as unsupported,
    max(value) filter (where name like 'enterprise%') as enterprise from chosen
)
select l.number, case
    when r.poverty_status = '一般户' or r.poverty_status = '脱贫不享受政策' and says.unsupported
      or (l.enterprise_use or l.enterprise is not null) and says.enterprise then 0
    when r.poverty_status = '清退' and says.removed then coalesce(cast(julianday(r.removed_on) as integer), 0) end as since
from says, lent l left join roster r using (household);
create unique index denied_by_number on denied(number);

create table classed as
with clocks as (
  select l.*,
    case when owed then max(0, now - due) else 0 end as days,
    case when owed and coalesce(arrears, 1) > 0 and arrears_since is not null
      then max(0, now - cast(julianday(arrears_since) as integer)) else 0 end as interest_days,
    owed and coalesce(arrears, 0) > 0 and arrears_since is null as undated,
    case when owed and (kind = '展期' or kind is not '借新还旧' and extended is not null) then date(maturity, '+12 months') > date(now + 0.5)
      when owed and kind = '借新还旧' then date(disbursed, '+12 months') > date(now + 0.5)
      else 0 end as restructured
  from lent l
), graded as (
  select c.*, case when max(days, interest_days) > 360 then 5 when max(days, interest_days) > 270 then 4
    when max(days, interest_days) > 90 then 3 when max(days, interest_days) > 0 then 2 else 1 end as minimum
  from clocks c
)
select g.*, max(minimum, iif(restructured and (select value from chosen where name = 'restructured_floor'), 2, 1)) as class
from graded g;
create index classed_by_household on classed(household);
create unique index classed_by_number on classed(number);

create table standing as
with dated as (
  select c.*,
    case when paid <= date(now + 0.5) then cast(julianday(paid) as integer) end as paid_on,
    cast(julianday(settled) as integer) as settled_on,
    cast(julianday(recognised) as integer) as recognised_on,
    cast(julianday(buffer) as integer) as buffer_on,
    case when max(days, interest_days) > 90 then now - max(days, interest_days) + 91 end as day_91
  from classed c
), told as (
  select d.*,
    status is '已代偿' or paid_on is not null as is_paid,
    class >= 3 or reported >= 3 or (reported is null and recognised_on <= now) is true as is_bad,
    iif(recognised_on <= now, recognised_on, day_91) as bad_from,
    coalesce(buffer_on, recognised_on, day_91) as buffer_from
  from dated d
), named as (
  select t.*, case
    when is_paid then case when coalesce(recovered, 0) <= 0 then 'paid_out'
      when recovered >= by_government + by_bank then 'recovered' else 'recovering' end
    when status = '已核销' then 'written_off'
    when not owed then 'settled'
    when is_bad then case
      when buffer_from <= now - 61 then 'buffer_over'
      when buffer_from <= now then 'in_buffer'
      else 'non_performing' end
    when now > due then 'overdue'
    when due - now <= 90 then 'due_soon'
    else 'not_due' end as state
  from told t
), begun as (
  select n.*, case state
    when 'paid_out' then paid_on
    when 'written_off' then settled_on
    when 'settled' then settled_on
    when 'buffer_over' then buffer_from + 61
    when 'in_buffer' then buffer_from
    when 'non_performing' then bad_from
    when 'overdue' then due + 1
    when 'due_soon' then max(lent_on, due - 90)
    when 'not_due' then lent_on end as began_on
  from named n
)
select begun.*, date(began_on + 0.5) as began from begun;
create unique index standing_by_number on standing(number);
