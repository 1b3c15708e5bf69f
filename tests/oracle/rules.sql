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
