-- Days overdue, class by the 2023 measures, and standing of every loan, from the text of the policy alone.
-- In: today(day), loan, roster (days as ISO text, money in fen, rates in ten-thousandths of a percent).
-- Out: lent (the loans with day numbers), standing(number, days, class, state, began, days_in).
--
-- Readings where the text leaves room:
-- R1  The due day itself is on time, also where it is a holiday; the day after it is day 1.
-- R2  A loan is owed while its balance is above nothing, whatever its status says.
-- R3  The clock of interest starts on the earliest day of arrears as the clock of principal starts on the due day;
--     an amount of arrears that is nothing means that there are none. Arrears without their day leave the class open,
--     unless principal alone already makes it a loss.
-- R4  What is extended, or new to repay old, counts as restructured: special mention at least, for a year from the day
--     the contract was due (extended) or from disbursement (new to repay old). A renewal without repayment does not.
-- R5  Paid out before written off before settled; a payout after today has not happened.
-- R6  Recovered: all that was paid out came back. No column tells on which day.
-- R7  Non-performing: two clocks from day 91, or the lender's day of recognition, or the lender's own class.
-- R8  The buffer starts on its own day, else on the day of recognition; where neither is written down there is none yet.
--     Days 0 to 60 from its start are the buffer; from day 61 it is over.
-- R9  Due soon: no more than 90 days to go.
create table lent as
select l.*,
  cast(julianday(t.day) as integer) as now,
  cast(julianday(disbursed) as integer) as lent_on,
  cast(julianday(maturity) as integer) as contract_due,
  cast(julianday(coalesce(extended, maturity)) as integer) as due,
  balance > 0 as owed
from loan l, today t;
create unique index lent_by_number on lent(number);
create index lent_by_household on lent(household, lent_on);

create table clocks as
select number, owed, due, now, reported,
  case when owed then max(0, now - due) else 0 end as days,
  case when not owed or arrears = 0 then 0
    when arrears_since is not null then max(0, now - cast(julianday(arrears_since) as integer))
    when arrears > 0 then null
    else 0 end as interest_days,
  case when arrears = 0 then null else cast(julianday(arrears_since) as integer) end as interest_from,
  case when not owed then 0
    when extended is not null and now > contract_due and date(maturity, '+12 months') >= date(now) then 1
    when renewal_kind = '借新还旧' and date(disbursed, '+12 months') >= date(now) then 1
    else 0 end as restructured
from lent;

create table classed as
with graded as (
  select c.*,
    case when days > 360 then 5 when days > 270 then 4 when days > 90 then 3 when days > 0 then 2 else 1 end as by_principal,
    case when interest_days > 360 then 5 when interest_days > 270 then 4 when interest_days > 90 then 3
      when interest_days > 0 then 2 when interest_days = 0 then 1 end as by_interest
  from clocks c
)
select g.*,
  case when by_principal = 5 then 5 when by_interest is null then null else max(by_principal, by_interest) end as minimum
from graded g;

create table standing as
with dated as (
  select l.number, l.owed, l.now, l.due, l.lent_on, c.days, c.minimum, c.interest_from,
    case when c.minimum is null then null else max(c.minimum, 1 + c.restructured) end as class,
    cast(julianday(l.paid) as integer) as paid_on,
    cast(julianday(l.settled) as integer) as settled_on,
    cast(julianday(l.recognised) as integer) as recognised_on,
    cast(julianday(coalesce(l.buffer, l.recognised)) as integer) as buffer_from,
    l.status, l.reported, l.recovered, l.by_government, l.by_bank
  from lent l join classed c using (number)
), told as (
  select d.*,
    status = '已代偿' or paid_on <= now as is_paid,
    recovered >= by_government + by_bank as is_recovered,
    minimum >= 3 or recognised_on <= now or reported >= 3 as is_bad,
    min(coalesce(recognised_on, 9999999),
      case when days > 90 then due + 91 else 9999999 end,
      case when now - interest_from > 90 then interest_from + 91 else 9999999 end) as bad_from
  from dated d
), named as (
  select t.*, case
    when coalesce(is_paid, 0) then case when coalesce(is_recovered, 0) then 'recovered' else 'paid_out' end
    when status = '已核销' then 'written_off'
    when not owed then 'settled'
    when coalesce(is_bad, 0) then case
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
    when 'settled' then settled_on
    when 'buffer_over' then buffer_from + 61
    when 'in_buffer' then buffer_from
    when 'non_performing' then nullif(bad_from, 9999999)
    when 'overdue' then due + 1
    when 'due_soon' then max(lent_on, due - 90)
    when 'not_due' then lent_on end as began
  from named n
)
select number, days, class, minimum, state, date(began + 0.5) as began, now - began as days_in,
  buffer_from, paid_on, owed
from begun;
create unique index standing_by_number on standing(number);
