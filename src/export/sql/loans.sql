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
  households.household_number is not null as is_in_roster
from loans
cross join report_day
left join (select distinct household_number from roster) households
  on households.household_number = loans.household_number;

@view(loan_classes)
select loan_days.*,
  case when days_past_due is null then null
       when days_past_due > @parameter_on(loss_after_days, as_of) then 5
       when days_past_due > @parameter_on(doubtful_after_days, as_of) then 4
       when days_past_due > @parameter_on(substandard_after_days, as_of) then 3
       when days_past_due > @parameter_on(special_mention_after_days, as_of) then 2
       else 1 end as class_by_days
from loan_days;

