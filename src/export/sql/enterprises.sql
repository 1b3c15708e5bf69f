@view(enterprise_loans)
select loan_days.*,
  nullif(enterprise_code, '') as enterprise,
  is_outstanding and days_past_due = 0 as is_still_due
from loan_days
where coalesce(enterprise_code, '') <> '' or enterprise_use;

@view(enterprise_total)
select outstanding, county_outstanding, @rounded(10000 * outstanding, county_outstanding) as share
from (select @sum_if(is_outstanding, outstanding_principal) as outstanding from enterprise_loans) own
cross join (select @sum_if(true, outstanding_principal) as county_outstanding from loans) county;

@view(enterprises)
select enterprise, own.loans, own.outstanding_loans, own.households, own.outstanding, own.overdue,
  @rounded(10000 * own.outstanding, county_outstanding) as share,
  @rounded(10000 * own.outstanding, enterprise_total.outstanding) as share_of_enterprises,
  case when own.outstanding > 0 then plan_months end as plan_months,
  case when own.outstanding > 0 then last_month end as plan_last_month,
  case when own.outstanding > 0
       then @quotient(own.outstanding + plan_months - 1, plan_months) end as plan_each_month
from (
  select enterprise,
    count(*) as loans,
    @count_if(is_outstanding) as outstanding_loans,
    @households_if(is_outstanding) as households,
    @sum_if(is_outstanding, outstanding_principal) as outstanding,
    @sum_if(days_past_due > 0, outstanding_principal) as overdue,
    max(case when is_still_due then @month(due_date) end) as last_month,
    coalesce(max(case when is_still_due
                      then 1 + year(due_date) * 12 + month(due_date) - year(as_of) * 12 - month(as_of) end), 1)
      as plan_months
  from enterprise_loans
  group by enterprise) own
cross join enterprise_total;

@view(enterprise_dues)
select enterprise, @month(due_date) as month, @sum_if(true, outstanding_principal) as amount
from enterprise_loans
where is_still_due
group by enterprise, @month(due_date);
