@view(settlement_periods)
select starts, ends
from @settlement_periods() as periods(starts, ends);

@view(subsidy_spells)
select row_number, loan_number, household_number, lender, disbursement_date, starts, share, year_days, limit_amount,
  case when annual_interest_rate is null or is_capped is null then null
       when is_capped = 0 then annual_interest_rate
       when cap is not null then least(annual_interest_rate, cap) end as rate,
  least(@plus_days(last_day, last_bears), as_of) as ends,
  @plus_days(last_day, last_bears) as term_ends,
  least_principal, most_principal
from (
  select own.*,
    @plus_days(disbursement_date, 1 - (@parameter(first_day_bears_interest))) as starts,
    @parameter(last_day_bears_interest) as last_bears,
    @parameter(subsidy_share) as share,
    @parameter(interest_year_days) as year_days,
    @parameter(subsidised_limit) as limit_amount,
    @parameter(subsidy_rate_is_capped) as is_capped,
    case when outstanding_principal <= 0 and disbursed_principal > 0 and settlement_date < term_end
         then settlement_date else term_end end as last_day,
    case when outstanding_principal >= disbursed_principal then disbursed_principal
         when outstanding_principal > 0 then outstanding_principal
         when settlement_date is not null or coalesce(status, '') in ('paid_out', 'written_off') then disbursed_principal
         else 0 end as least_principal,
    greatest(disbursed_principal, outstanding_principal) as most_principal
  from (
    select loan_days.*,
      case when extended_maturity_date is null or @parameter(extension_is_subsidised) = 0 then maturity_date
           when @parameter(extension_is_subsidised) is not null then extended_maturity_date end as term_end,
      count(*) over (partition by household_number) as household_loans
    from loan_days) own
  where household_loans <= 64) termed
join (select loan_number as cap_number, cap from rate_caps) caps on cap_number = loan_number
where last_day is not null and last_bears is not null and starts is not null;

@view(subsidy_points)
select row_number as own_row, starts as day from subsidy_spells where starts < ends
union
select row_number, ends from subsidy_spells where starts < ends
union
select row_number, settlement_periods.starts
from subsidy_spells
join settlement_periods
  on settlement_periods.starts > subsidy_spells.starts and settlement_periods.starts < subsidy_spells.ends
union
select own.row_number, other.starts
from subsidy_spells own
join subsidy_spells other on other.household_number = own.household_number
where (other.disbursement_date < own.disbursement_date
       or other.disbursement_date = own.disbursement_date and other.row_number < own.row_number)
  and other.starts > own.starts and other.starts < own.ends
union
select own.row_number, other.term_ends
from subsidy_spells own
join subsidy_spells other on other.household_number = own.household_number
where (other.disbursement_date < own.disbursement_date
       or other.disbursement_date = own.disbursement_date and other.row_number < own.row_number)
  and other.term_ends > own.starts and other.term_ends < own.ends;

@view(subsidy_stretches)
select own_row, first_day, next_day, @days(first_day, next_day) as days
from (
  select own_row, day as first_day, lead(day) over (partition by own_row order by day) as next_day
  from subsidy_points) stretches
where next_day is not null;

@view(subsidy_principal)
select own_row, first_day, days, loan_number, rate, share, year_days,
  least(least_principal, greatest(0, limit_amount - most_taken)) as least_principal,
  least(most_principal, greatest(0, limit_amount - least_taken)) as most_principal
from (
  select own_row, first_day, days, own.loan_number, own.rate, own.share, own.year_days, own.limit_amount,
    own.least_principal, own.most_principal,
    cast(coalesce(sum(other.least_principal), 0) as bigint) as least_taken,
    cast(coalesce(sum(other.most_principal), 0) as bigint) as most_taken
  from subsidy_stretches
  join subsidy_spells own on own.row_number = own_row
  left join subsidy_spells other
    on other.household_number = own.household_number
    and (other.disbursement_date < own.disbursement_date
         or other.disbursement_date = own.disbursement_date and other.row_number < own.row_number)
    and other.starts <= first_day and other.term_ends > first_day
  where own.rate is not null and own.share is not null and own.year_days is not null and own.limit_amount is not null
  group by own_row, first_day, days, own.loan_number, own.rate, own.share, own.year_days, own.limit_amount,
    own.least_principal, own.most_principal) taken;

@view(subsidy_due)
select own_row as row_number, loan_number, starts, ends, year_days,
  @interest(least_days, 360) as least_360,
  @interest(most_days, 360) as most_360,
  @interest(least_days, 365) as least_365,
  @interest(most_days, 365) as most_365
from (
  select own_row, loan_number, starts, ends, rate, share, year_days,
    @wide(sum(days * least_principal)) as least_days,
    @wide(sum(days * most_principal)) as most_days
  from subsidy_principal
  join settlement_periods on first_day >= starts and first_day < ends
  group by own_row, loan_number, starts, ends, rate, share, year_days) summed;

@view(subsidy_sources)
select loan_number as source_number,
  case when coalesce(enterprise_use, false) and coalesce(@parameter(enterprise_use_is_subsidised), 0) <= 0
       then case when @parameter(enterprise_use_is_subsidised) is null then 'unknown' else 'nobody' end
       when poverty_status is null
       then case when monitor_type is not null then 'poverty_relief' else 'unknown' end
       when poverty_status = 'removed' and removed_on is not null then 'poverty_relief'
       when poverty_status = 'removed' then @source_of(removed_households)
       when poverty_status = 'lifted_without_support' then @source_of(unsupported_households)
       when poverty_status = 'not_registered' then 'nobody'
       else 'poverty_relief' end as source_before,
  case when not (coalesce(enterprise_use, false) and coalesce(@parameter(enterprise_use_is_subsidised), 0) <= 0)
        and poverty_status = 'removed' then removed_on end as removed_on,
  @source_of(removed_households) as source_then
from loans
left join roster on roster.household_number = loans.household_number;

@view(subsidy_totals)
select source, loans.lender, starts, ends,
  @count_if(least_360 = most_360 and least_365 = most_365 and most_360 > 0) as items,
  @sum_if(least_360 = most_360 and least_365 = most_365, case when year_days = 360 then most_360 else most_365 end) as amount,
  @sum_if(least_360 = most_360 and least_365 = most_365, most_360) as by_360,
  @sum_if(least_360 = most_360 and least_365 = most_365, most_365) as by_365,
  @count_if(least_360 <> most_360 or least_365 <> most_365) as undetermined,
  @sum_if(least_360 <> most_360 or least_365 <> most_365, case when year_days = 360 then least_360 else least_365 end) as least,
  @sum_if(least_360 <> most_360 or least_365 <> most_365, case when year_days = 360 then most_360 else most_365 end) as most
from (
  select subsidy_due.*, case when removed_on < ends then source_then else source_before end as source
  from subsidy_due
  join subsidy_sources on source_number = subsidy_due.loan_number) sourced
join loans on loans.loan_number = sourced.loan_number
group by source, loans.lender, starts, ends;
