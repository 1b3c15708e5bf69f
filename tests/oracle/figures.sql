-- The figures of every group, worked out by SQLite from the table `loan`; the four groupings are unions of one another.
create table standing as
select loan.*,
       balance > 0 as owed,
       max(0, cast(round(julianday(:as_of) - julianday(due)) as integer)) as days,
       cast(round(julianday(due) - julianday(:as_of)) as integer) as days_left,
       household in (select household from roster) as rostered,
       settled_by_others or balance > 0 as not_repaid
from loan;

create table grouped as
select 'total' as kind, '' as a, '' as b, * from standing
union all
select 'township', township, '', * from standing
union all
select 'village', township, village, * from standing
union all
select 'lender', lender, '', * from standing;

create table figures as
select kind, a, b,
       count(*) as loans,
       sum(owed) as outstanding_loans,
       sum(principal) as disbursed,
       sum(balance) as outstanding,
       count(distinct household) as borrowers,
       count(distinct case when owed then household end) as outstanding_households,
       sum(case when owed and days > 0 then balance else 0 end) as overdue_amount,
       sum(owed and days > 0) as overdue_loans,
       count(distinct case when owed and days > 0 then household end) as overdue_households,
       sum(case when owed and days = 0 then balance else 0 end) as pass_amount,
       sum(owed and days = 0) as pass_loans,
       sum(case when owed and days between 1 and 90 then balance else 0 end) as mention_amount,
       sum(owed and days between 1 and 90) as mention_loans,
       sum(case when owed and days between 91 and 270 then balance else 0 end) as substandard_amount,
       sum(owed and days between 91 and 270) as substandard_loans,
       sum(case when owed and days between 271 and 360 then balance else 0 end) as doubtful_amount,
       sum(owed and days between 271 and 360) as doubtful_loans,
       sum(case when owed and days > 360 then balance else 0 end) as loss_amount,
       sum(owed and days > 360) as loss_loans,
       count(distinct case when owed and rostered then household end) as covered,
       count(distinct case when rostered then household end) as covered_ever,
       sum(case when owed and days_left between 0 and 30 then balance else 0 end) as due_30_amount,
       sum(owed and days_left between 0 and 30) as due_30_loans,
       sum(case when owed and days_left between 0 and 60 then balance else 0 end) as due_60_amount,
       sum(owed and days_left between 0 and 60) as due_60_loans,
       sum(case when owed and days_left between 0 and 90 then balance else 0 end) as due_90_amount,
       sum(owed and days_left between 0 and 90) as due_90_loans,
       sum(days_left < 0) as matured_loans,
       sum(case when days_left < 0 then principal else 0 end) as matured_amount,
       sum(days_left < 0 and not not_repaid) as repaid_loans,
       sum(days_left < 0 and not not_repaid and settled is not null and settled <= due) as on_time_loans,
       sum(days_left < 0 and not not_repaid and settled is null) as undated_loans,
       sum(case when days_left >= 0 then 0
                when not not_repaid then principal
                when owed then max(0, principal - balance)
                else 0 end) as recovered_amount
from grouped
group by kind, a, b;

create table places as
select township, village from loan union select township, village from roster;
