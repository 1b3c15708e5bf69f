@view(subsidy_payments)
select subsidy.row_number as payment_row, period_start, period_end, subsidy_amount as amount,
  @plus_days(period_start, 1 - first_bears) as days_from,
  @plus_days(period_end, last_bears) as days_to,
  subsidy_spells.*
from subsidy
join subsidy_spells on subsidy_spells.loan_number = subsidy.loan_number;

@view(subsidy_sums)
select row_number as sum_row, settlement_periods.starts as sum_starts, settlement_periods.ends as sum_ends,
  @wide(sum(@days(greatest(settlement_periods.starts, first_day),
    least(settlement_periods.ends, subsidy_spells.ends, next_day)) * least_below)) as least_days,
  @wide(sum(@days(greatest(settlement_periods.starts, first_day),
    least(settlement_periods.ends, subsidy_spells.ends, next_day)) * most_below)) as most_days
from subsidy_spells
join settlement_periods
  on settlement_periods.starts < subsidy_spells.ends and settlement_periods.ends > subsidy_spells.starts
join subsidy_principal
  on principal_row = row_number and first_day < subsidy_spells.ends
  and first_day < settlement_periods.ends and next_day > settlement_periods.starts
where lacks is null and subsidy_spells.starts < subsidy_spells.ends
group by row_number, settlement_periods.starts, settlement_periods.ends;

@view(subsidy_due)
select row_number, loan_number, township, village, lender, sum_starts as starts, sum_ends as ends, year_days,
  principal_lacks,
  @interest(least_days, rate, 360) as least_360,
  @interest(most_days, rate, 360) as most_360,
  @interest(least_days, rate, 365) as least_365,
  @interest(most_days, rate, 365) as most_365,
  case when removed_on < sum_ends then source_then else source_before end as source
from subsidy_sums
join subsidy_spells on row_number = sum_row
join subsidy_sources on source_number = loan_number
left join subsidy_gaps on gap_row = sum_row
where gap_lacks is null;

@view(subsidy_items)
select row_number, loan_number, township, village, lender, starts, ends, source,
  least_360 = most_360 and least_365 = most_365 as is_known, most_360, most_365, principal_lacks,
  case when year_days = 360 then least_360 else least_365 end as least,
  case when year_days = 360 then most_360 else most_365 end as most
from subsidy_due;

@view(subsidy_totals)
select source, lender, starts, ends, @due_figures()
from subsidy_items
group by source, lender, starts, ends;

@view(subsidy_villages)
select source, township, village, @due_figures()
from subsidy_items
group by source, township, village;

@view(subsidy_village_periods)
select source, township, village, starts, ends, @due_figures()
from subsidy_items
group by source, township, village, starts, ends;

@view(subsidy_lacking)
select lacks, count(*) as loans
from (
  select coalesce(lacks, case when starts < ends then gap_lacks end,
    case when unknown_periods > 0 then principal_lacks end) as lacks
  from subsidy_spells
  left join subsidy_gaps on gap_row = row_number
  left join (
    select row_number as item_row, @count_if(not is_known) as unknown_periods
    from subsidy_items
    group by row_number) items on item_row = row_number) lacking
cross join (select count(*) as periods from settlement_periods) known
where lacks is not null and periods > 0
group by lacks;
