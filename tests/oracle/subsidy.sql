-- Written from the documents and by hand, after rules.sql.
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
