@view(settlement_periods)
select starts, ends
from @settlement_periods() as periods(starts, ends)
cross join (
  select coalesce(min(case when disbursement_date <= @as_of() then disbursement_date end), @as_of()) as first_loan
  from loans) days
where ends > first_loan and first_loan >= @settlements_known_from();

@view(subsidy_terms)
select loan_days.*,
  annual_interest_rate as own_rate,
  @parameter(extension_is_subsidised) as extension_counts,
  @parameter(first_day_bears_interest) as first_bears,
  @parameter(last_day_bears_interest) as last_bears,
  @parameter(subsidy_share) as share,
  @parameter(interest_year_days) as year_days,
  @parameter(subsidised_limit) as limit_amount,
  @parameter(subsidy_rate_is_capped) as is_capped,
  @parameter(subsidy_tolerance) as tolerance,
  count(*) over (partition by household_number) as household_loans,
  outstanding_principal < disbursed_principal and not is_outstanding and settlement_date is not null as is_settled
from loan_days;

@view(subsidy_spells)
select termed.*,
  least(term_ends, as_of) as ends,
  case when is_capped = 0 then own_rate else least(own_rate, cap) end as rate,
  coalesce(limited_lacks,
    case when own_rate is null then 'annual_interest_rate'
         when is_capped is null then 'subsidy_rate_is_capped'
         when is_capped <> 0 and rate_kind is null then 'rate_cap_kind'
         when is_capped <> 0 and cap is null then 'rates'
         when year_days is null then 'interest_year_days'
         when share is null then 'subsidy_share'
         when year_days not in (360, 365) then 'interest_year_days' end) as lacks
from (
  select dated.*,
    @plus_days(disbursement_date, 1 - first_bears) as starts,
    @plus_days(case when is_settled and settlement_date < term_end then settlement_date else term_end end, last_bears) as term_ends,
    @plus_days(case when is_settled and settlement_date < latest_end then settlement_date else latest_end end,
      coalesce(last_bears, 1)) as latest_ends,
    @plus_days(disbursement_date, 1 - coalesce(first_bears, 1)) as earliest_starts,
    case when limit_amount is null then 'subsidised_limit'
         when household_loans > 64 then 'household_number'
         else term_lacks end as limited_lacks
  from (
    select own.*, rate_kind, cap,
      greatest(maturity_date, due_date) as latest_end,
      case when extended_maturity_date is null or extension_counts = 0 then maturity_date
           when extension_counts is not null then extended_maturity_date end as term_end,
      case when first_bears is null then 'first_day_bears_interest'
           when last_bears is null then 'last_day_bears_interest' end as convention_lacks,
      case when extended_maturity_date is not null and extension_counts is null then 'extension_is_subsidised'
           when first_bears is null then 'first_day_bears_interest'
           when last_bears is null then 'last_day_bears_interest' end as term_lacks,
      case when outstanding_principal >= disbursed_principal or is_settled
            or not is_outstanding and coalesce(status, '') in ('paid_out', 'written_off') then disbursed_principal
           else outstanding_principal end as least_principal,
      greatest(disbursed_principal, outstanding_principal) as most_principal,
      case when outstanding_principal >= disbursed_principal then 'outstanding_principal'
           when is_outstanding then 'repaid_total'
           when is_settled or coalesce(status, '') in ('paid_out', 'written_off') then 'outstanding_principal'
           else 'settlement_date' end as principal_lacks
    from subsidy_terms own
    join rate_caps on rate_caps.loan_number = own.loan_number) dated) termed;

@view(subsidy_earlier)
select own.row_number as own_row, own.starts as own_starts, own.term_ends as own_ends,
  own.limit_amount as own_limit, own.least_principal as own_least, own.most_principal as own_most,
  other.starts as earlier_from, other.term_ends as earlier_to,
  other.least_principal as earlier_least, other.most_principal as earlier_most, other.term_lacks as earlier_lacks
from subsidy_spells own
join subsidy_spells other on other.household_number = own.household_number
where own.limited_lacks is null
  and (other.disbursement_date < own.disbursement_date
       or other.disbursement_date = own.disbursement_date and other.row_number < own.row_number);

@view(subsidy_gaps)
select own_row as gap_row, min(earlier_lacks) as gap_lacks
from subsidy_earlier
where earlier_lacks is not null
group by own_row;

@view(subsidy_points)
select row_number as point_row, case edge when 'start' then starts else term_ends end as day,
  limit_amount as point_limit, least_principal as point_least, most_principal as point_most
from subsidy_spells
cross join (values ('start'), ('end')) as edges(edge)
where limited_lacks is null and starts < term_ends
union
select own_row, case edge when 'start' then earlier_from else earlier_to end, own_limit, own_least, own_most
from subsidy_earlier
cross join (values ('start'), ('end')) as edges(edge)
where case edge when 'start' then earlier_from else earlier_to end > own_starts
  and case edge when 'start' then earlier_from else earlier_to end < own_ends;

@view(subsidy_stretches)
select point_row, first_day, next_day, point_limit, point_least, point_most
from (
  select subsidy_points.*, day as first_day, lead(day) over (partition by point_row order by day) as next_day
  from subsidy_points) stretches
where next_day is not null;

@view(subsidy_principal)
select point_row as principal_row, first_day, next_day,
  least(point_least, greatest(0, point_limit - most_taken)) as least_below,
  least(point_most, greatest(0, point_limit - least_taken)) as most_below
from (
  select point_row, first_day, next_day, point_limit, point_least, point_most,
    cast(coalesce(sum(earlier_least), 0) as bigint) as least_taken,
    cast(coalesce(sum(earlier_most), 0) as bigint) as most_taken
  from subsidy_stretches
  left join subsidy_earlier on own_row = point_row and earlier_from <= first_day and earlier_to > first_day
  group by point_row, first_day, next_day, point_limit, point_least, point_most) taken;

@view(subsidy_sources)
select loan_number as source_number,
  case when not is_excluded then household_source
       when enterprise_choice is not null or household_source = 'nobody' then 'nobody'
       else 'unknown' end as source_before,
  case when not is_excluded and poverty_status = 'removed' then removal end as removed_on,
  @source_of(removed_households) as source_then
from (
  select told.*,
    case when poverty_status is null
         then case when monitor_type is not null then 'poverty_relief' else 'unknown' end
         when poverty_status = 'removed' and removal is not null then 'poverty_relief'
         when poverty_status = 'removed' then @source_of(removed_households)
         when poverty_status = 'lifted_without_support' then @source_of(unsupported_households)
         when poverty_status = 'not_registered' then 'nobody'
         else 'poverty_relief' end as household_source
  from (
    select loans.loan_number, disbursement_date, poverty_status, monitor_type, roster.removed_on as removal,
      @parameter(enterprise_use_is_subsidised) as enterprise_choice,
      (coalesce(enterprise_use, false) or coalesce(enterprise_code, '') <> '')
        and coalesce(@parameter(enterprise_use_is_subsidised), 0) <= 0 as is_excluded
    from loans
    left join roster on roster.household_number = loans.household_number) told) sourced;

@view(subsidy_coverage)
select min(period_start) as covered_from, max(period_end) as covered_to
from (
  select period_start, period_end,
    sum(begins) over (order by period_start, period_end rows between unbounded preceding and current row) as stretch
  from (
    select period_start, period_end,
      case when period_start <= max(period_end)
             over (order by period_start, period_end rows between unbounded preceding and 1 preceding) then 0
           else 1 end as begins
    from (select distinct period_start, period_end from subsidy where period_start < period_end) periods) marked) counted
group by stretch;

@view(subsidy_parts)
select row_number, as_of, covered_from, covered_to, source_before, source_then, removed_on,
  case when removed_on is null or removed_on >= covered_to then covered_to
       when removed_on < covered_from then covered_from
       else greatest(coalesce(settlement_periods.starts, removed_on), covered_from) end as parted_on
from subsidy_spells
cross join subsidy_coverage
join subsidy_sources on source_number = loan_number
left join settlement_periods on removed_on >= settlement_periods.starts and removed_on < settlement_periods.ends
left join (select distinct loan_number as paid_number from subsidy) paid on paid_number = loan_number
where paid_number is null;

@view(subsidy_unpaid)
select unpaid_row, unpaid_from, least(unpaid_to, as_of) as unpaid_to
from (
  select row_number as unpaid_row, as_of, covered_from as unpaid_from, parted_on as unpaid_to, source_before as source
  from subsidy_parts
  union all
  select row_number, as_of, parted_on, covered_to, source_then from subsidy_parts where removed_on is not null) parts
where source <> 'nobody' and unpaid_from < least(unpaid_to, as_of);
