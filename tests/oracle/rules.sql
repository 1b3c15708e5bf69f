-- What the rules say of every loan, worked out by SQLite from the table `ledger`, written from the documents and by hand.
-- Days are text; `number_of_day` is taken by unixepoch. :as_of is put in as text.

create table day as select :as_of as as_of, unixepoch(:as_of) / 86400 as today;

-- 逾期天数, 五级分类 (2023, articles 9 to 12: 0, 90, 270, 360 days), and what the term and its cap are.
create table loan as
select ledger.*,
       coalesce(extended, maturity) as due,
       balance > 0 as owed,
       case when balance > 0 then max(0, today - unixepoch(coalesce(extended, maturity)) / 86400) end as late,
       date(disbursed, '+36 months', 'floor') as longest,
       case when maturity <= date(disbursed, '+12 months', 'floor') then 43500 else 47500 end as cap,
       household in (select household from roster) as rostered
from ledger, day;

create table classed as
select loan.*,
       case when not owed then null
            when late > 360 then 5 when late > 270 then 4 when late > 90 then 3 when late > 0 then 2 else 1 end as class
from loan;

-- 不良: by the days, or by the bank's own class; where the bank gives none, from its own day on.
create table judged as
select classed.*,
       owed and (class >= 3 or coalesce(reported, 0) >= 3
                 or (reported is null and recognised is not null and recognised <= as_of)) as bad,
       coalesce(buffer, recognised, case when class >= 3 then date(due, '+91 days') end) as starts
from classed, day;

create table standing as
select number,
       case when status = '已代偿' or paid <= as_of then 'paid_out'
            when status = '已核销' then 'written_off'
            when not owed then 'settled'
            when bad and (starts is null or as_of < starts) then 'non_performing'
            when bad and as_of <= date(starts, '+60 days') then 'in_buffer'
            when bad then 'buffer_over'
            when late > 0 then 'overdue'
            when today >= unixepoch(due) / 86400 - 90 then 'due_soon'
            else 'not_due' end as state,
       case when status = '已代偿' or paid <= as_of then case when paid <= as_of then paid end
            when status = '已核销' or not owed then settled
            when bad and (starts is null or as_of < starts)
              then coalesce(recognised, case when class >= 3 then date(due, '+91 days') end)
            when bad and as_of <= date(starts, '+60 days') then starts
            when bad then date(starts, '+61 days')
            when late > 0 then date(due, '+1 days')
            when today >= unixepoch(due) / 86400 - 90 then max(disbursed, date(due, '-90 days'))
            else disbursed end as since
from judged, day;

-- A03: on the day of which loan the household's loans that are still owed came to more than 50,000 yuan (100,000 from 2021).
create table together as
select number, household, disbursed,
       sum(principal) over (partition by household order by disbursed) as total
from loan where owed;
create table above as
select household, max(disbursed) as last
from together where total > case when disbursed >= '2021-01-01' then 10000000 else 5000000 end
group by household;

-- The term in whole months: from the last day of a month to the last of another is whole as well.
create table verdicts as
select loan.number,
       case when rostered then 'clear' else 'caught' end as a01,
       case when not owed then 'not_applicable' when disbursed <= last then 'caught' else 'clear' end as a03,
       case when maturity <= longest then 'clear'
            when strftime('%d', disbursed, '+1 days') = '01' and strftime('%d', maturity, '+1 days') = '01'
             and substr(maturity, 1, 7) = substr(longest, 1, 7) then 'clear'
            else 'caught' end as a04,
       case when rate is null then 'undetermined' when rate <= cap then 'clear' else 'caught' end as a05
from loan left join above on above.household = loan.household;

create table of_class as
select number,
       case when not owed then 'not_applicable' when class = 1 then 'clear' when reported is null then 'undetermined'
            when reported < class then 'caught' else 'clear' end as a15,
       case when paid is not null then
              case when coalesce(buffer, recognised) is null then 'undetermined'
                   when unixepoch(paid) - unixepoch(coalesce(buffer, recognised)) < 60 * 86400 then 'caught'
                   else 'clear' end
            when not owed or not (class >= 3 or coalesce(reported, 0) >= 3) then 'not_applicable'
            when coalesce(buffer, recognised) is null then 'caught'
            when today - unixepoch(coalesce(buffer, recognised)) / 86400 > 60 and applied is null then 'caught'
            else 'clear' end as a19
from judged, day;

create table answers as
select judged.place, judged.number, late, class, state, since, a01, a03, a04, a05, a15, a19
from judged
join standing on standing.number = judged.number
join verdicts on verdicts.number = judged.number
join of_class on of_class.number = judged.number;

-- 贴息: the first day bears interest and the last does not; in term only, up to the day before the report's.
-- A loan with its whole principal or settled on a known day was owed whole; of any other only bounds are known.
create table spell as
select place, number, household, rate, min(rate, cap) as subsidised,
       unixepoch(disbursed) / 86400 as first,
       unixepoch(case when balance = 0 and settled < coalesce(extended, maturity) then settled
                      else coalesce(extended, maturity) end) / 86400 as last,
       case when balance = principal or balance > principal then principal
            when balance > 0 then balance
            when settled is not null or status in ('已代偿', '已核销') then principal
            else 0 end as least,
       max(principal, balance) as most,
       disbursed
from loan where rate is not null;
create index spells on spell(household, disbursed, place);

-- Quarters end on the night of the 20th of March, June, September and December.
create table settlement as
with recursive months(day) as (
  select date('2000-03-21') union all select date(day, '+3 months') from months where day < '2030-01-01')
select unixepoch(day) / 86400 as day from months;
create table quarter as
select day as starts, lead(day) over (order by day) as ends from settlement;

-- The days on which what other loans of the household take of the limit may change.
create table point as
select spell.place, settlement.day from spell, day
join settlement on settlement.day between first + 1 and min(last, today) - 1
union
select place, first from spell, day where first < min(last, today)
union
select place, min(last, today) from spell, day where first < min(last, today)
union
select own.place, case edge.side when 0 then other.first else other.last end as at
from spell own, day
join spell other on other.household = own.household
 and (other.disbursed, other.place) < (own.disbursed, own.place)
join (select 0 as side union all select 1) edge
 on case edge.side when 0 then other.first else other.last end between own.first + 1 and min(own.last, today) - 1;

create table stretch as
select place, day as starts, lead(day) over (partition by place order by day) as ends from point;

create table stretch_due as
select own.place, stretch.starts, stretch.ends - stretch.starts as days, own.subsidised,
       min(own.least, max(0, 5000000 - coalesce(sum(other.most), 0))) as least,
       min(own.most, max(0, 5000000 - coalesce(sum(other.least), 0))) as most
from stretch
join spell own on own.place = stretch.place
left join spell other on other.household = own.household
 and (other.disbursed, other.place) < (own.disbursed, own.place)
 and other.first <= stretch.starts and other.last > stretch.starts
where stretch.ends is not null
group by own.place, stretch.starts;

create table subsidy as
select place, quarter.starts as period,
       (2 * sum(days * least) * subsidised + 360000000) / 720000000 as least_360,
       (2 * sum(days * most) * subsidised + 360000000) / 720000000 as most_360,
       (2 * sum(days * most) * subsidised + 365000000) / 730000000 as most_365
from stretch_due join quarter on stretch_due.starts >= quarter.starts and stretch_due.starts < quarter.ends
group by place, quarter.starts;
