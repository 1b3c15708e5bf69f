@view(report_day)
select @as_of() as as_of;

@view(loan_days)
select loans.*,
  report_day.as_of,
  coalesce(extended_maturity_date, maturity_date) as due_date,
  outstanding_principal > 0 as is_outstanding,
  @days(report_day.as_of, coalesce(extended_maturity_date, maturity_date)) as days_left,
  case when outstanding_principal > 0
       then greatest(0, @days(coalesce(extended_maturity_date, maturity_date), report_day.as_of)) end as days_past_due,
  outstanding_principal <= 0 and coalesce(status, '') not in ('paid_out', 'written_off') as is_repaid,
  coalesce(renewal_kind,
    case when extended then 'extension'
         when renewed then 'renewal'
         when not extended and not renewed then 'none' end) as went_on_as,
  households.household_number is not null as is_in_roster,
  households.credit_grade as roster_grade
from loans
cross join report_day
left join roster households on households.household_number = loans.household_number;

@view(loan_arrears)
select loan_days.*,
  case when not is_outstanding then null
       when coalesce(@parameter_on(interest_arrears_count, as_of), 1) <> 0
        and coalesce(interest_arrears, 1) > 0 and interest_arrears_since is not null
       then greatest(days_past_due, @days(interest_arrears_since, as_of))
       else days_past_due end as days_counted
from loan_days;

@view(loan_bounds)
select row_number as bound_row,
  @last_day(0) as pass_days,
  @last_day(1) as mention_days,
  @last_day(2) as substandard_days,
  @last_day(3) as doubtful_days
from (
  select row_number, coalesce(guarantee, 'credit') as guarantee, @grade(coalesce(credit_grade, roster_grade)) as grade
  from loan_days) asked;

@view(loan_least)
select loan_arrears.*,
  mention_days + 1 as first_non_performing_day,
  case when not is_outstanding then null
       when days_counted > doubtful_days then 5
       when days_counted > substandard_days then 4
       when days_counted > mention_days then 3
       when days_counted > pass_days then 2
       else 1 end as least_class
from loan_arrears
join loan_bounds on bound_row = row_number;

@view(loan_classes)
select loan_least.*,
  case when not is_outstanding then null
       when @rule_is_reported() then coalesce(risk_class, least_class)
       when least_class = 1 and @parameter_on(restructured_floor, as_of) = 1
        and as_of < @plus_months(case when went_on_as = 'refinancing' then disbursement_date
                                      when went_on_as = 'extension' or extended_maturity_date is not null
                                      then maturity_date end,
                                 @parameter_on(restructured_observation_months, as_of)) then 2
       else least_class end as class
from loan_least;

@view(loan_buffers)
select dated.*,
  case when non_performing_since <= as_of then non_performing_since
       when days_counted >= first_non_performing_day
       then @plus_days(as_of, first_non_performing_day - days_counted) end as non_performing_begun,
  coalesce(buffer_start, non_performing_since) as buffer_first,
  @plus_days(coalesce(buffer_start, non_performing_since), @parameter(buffer_longest_days)) as buffer_last
from (
  select loan_classes.*,
    is_outstanding and (class >= 3 or coalesce(risk_class, 0) >= 3
      or (risk_class is null and coalesce(@parameter(non_performing_start), 0) <> 1
          and non_performing_date is not null and non_performing_date <= as_of)) as is_non_performing,
    coalesce(
      case when coalesce(@parameter(non_performing_start), 0) <> 1 then non_performing_date end,
      case when days_counted >= first_non_performing_day
           then @plus_days(as_of, first_non_performing_day - days_counted) end) as non_performing_since
  from loan_classes) dated;

@view(loan_states)
select stated.*,
  case when state = 'paid_out' then case when payout_date <= as_of then payout_date end
       when state in ('written_off', 'settled') then settlement_date
       when state = 'non_performing' then non_performing_begun
       when state = 'in_buffer' then buffer_first
       when state = 'buffer_over' then @plus_days(buffer_last, 1)
       when state = 'overdue' then @plus_days(due_date, 1)
       when state = 'due_soon'
       then greatest(disbursement_date, @plus_days(due_date, -(@parameter(due_soon_days))))
       when state = 'not_due' then disbursement_date end as since
from (
  select loan_buffers.*,
    case when coalesce(status, '') = 'paid_out' or coalesce(payout_date <= as_of, false)
         then case when coalesce(recovered_after_payout, 0) <= 0 then 'paid_out'
                   when payout_by_government + payout_by_bank > 0
                    and recovered_after_payout >= payout_by_government + payout_by_bank then 'recovered'
                   else 'recovering' end
         when coalesce(status, '') = 'written_off' then 'written_off'
         when not is_outstanding then 'settled'
         when is_non_performing and (buffer_first is null or buffer_last is null or as_of < buffer_first)
         then 'non_performing'
         when is_non_performing and as_of <= buffer_last then 'in_buffer'
         when is_non_performing then 'buffer_over'
         when days_past_due > 0 then 'overdue'
         when days_left <= @parameter(due_soon_days) then 'due_soon'
         else 'not_due' end as state
  from loan_buffers) stated;

@view(loan_standing)
select row_number, loan_number, household_number, outstanding_principal, class, days_counted, state, since
from loan_states;

@view(standing_counts)
select state,
  count(*) as loans,
  count(distinct household_number) as households,
  @sum_if(true, outstanding_principal) as outstanding_principal
from loan_standing
group by state;

