@view(check_a01)
select loan_number, outstanding_principal as amount,
  case when is_in_roster then 'clear' else 'caught not_in_roster' end as said
from loan_days;

@view(check_a02)
select loan_number, outstanding_principal as amount,
  case when households.household_number is null then 'not_applicable'
       when removed_on <= disbursement_date then 'caught removed'
       when identified_on > disbursement_date then 'caught identified_later'
       when poverty_status = 'lifted_without_support' and exit_year < year(disbursement_date)
       then 'caught without_support'
       when poverty_status = 'not_registered'
       then case when @parameter(unregistered_may_borrow) is null then 'undetermined unregistered_may_borrow'
                 when @parameter(unregistered_may_borrow) = 0 then 'caught never_registered'
                 else 'clear' end
       when poverty_status = 'removed' and removed_on is null then 'undetermined removed_on'
       when poverty_status = 'lifted_without_support' and coalesce(exit_year <= year(disbursement_date), true)
       then 'undetermined exit_year'
       when poverty_status is null then 'undetermined poverty_status'
       when identified_on is null then 'undetermined identified_on'
       else 'clear' end as said
from loans
left join roster households on households.household_number = loans.household_number;

@view(household_totals)
select loan_number, household_number, disbursement_date, household_total, household_limit
from (
  select owed.loan_number, owed.household_number, owed.disbursement_date,
    sum(disbursed_principal) over (partition by owed.household_number order by owed.disbursement_date) as household_total,
    @parameter(household_limit) as household_limit
  from (select loans.* from loans where outstanding_principal > 0) owed
  left join (
    select distinct before.household_number as renewed_household, before.loan_number as renewed_number
    from loans later
    join loans before on before.loan_number = later.renewed_from and before.household_number = later.household_number
      and (before.disbursement_date < later.disbursement_date
        or before.disbursement_date = later.disbursement_date and before.row_number < later.row_number)
    where later.outstanding_principal > 0) renewed
    on renewed_household = owed.household_number and renewed_number = owed.loan_number
  where renewed_number is null) totals;

@view(household_excess)
select household_number as excess_household,
  max(case when household_total > household_limit then disbursement_date end) as excess_day,
  max(case when household_limit is null then disbursement_date end) as unknown_day
from household_totals
group by household_number;

@view(check_a03)
select loans.loan_number, disbursed_principal as amount,
  case when loans.outstanding_principal <= 0 then 'not_applicable'
       when household_totals.loan_number is null then 'clear'
       when excess_day >= loans.disbursement_date then 'caught above_limit'
       when unknown_day >= loans.disbursement_date then 'undetermined household_limit'
       else 'clear' end as said
from loans
left join household_totals on household_totals.loan_number = loans.loan_number
left join household_excess on excess_household = loans.household_number;

@view(check_a07)
select loan_number, outstanding_principal as amount,
  case when age is null then 'undetermined birth_year'
       when age < youngest then 'caught too_young'
       when age - 1 > oldest then 'caught too_old'
       when youngest is null then 'undetermined youngest_age'
       when oldest is null then 'undetermined oldest_age'
       when age - 1 < youngest or age > oldest then 'undetermined birth_year'
       else 'clear' end as said
from (
  select loan_number, outstanding_principal,
    year(disbursement_date) - birth_year as age,
    @parameter(youngest_age) as youngest,
    @parameter(oldest_age) as oldest
  from loans) aged;

@view(check_a16)
select loan_number, outstanding_principal as amount,
  case when outstanding_principal <= 0 or owed_loans < 2 then 'not_applicable'
       when classes >= 2 and risk_class is not null then 'caught several_classes'
       when classes >= 2 then 'caught several_classes_besides'
       when classed_loans < owed_loans then 'undetermined risk_class'
       else 'clear' end as said
from loans
left join (
  select household_number as owing_household,
    count(*) as owed_loans,
    count(risk_class) as classed_loans,
    count(distinct risk_class) as classes
  from loans
  where outstanding_principal > 0
  group by household_number) owing on owing_household = household_number;

@view(check_a25)
select loan_number, disbursed_principal as amount,
  case when case when person_number is null then of_household else of_person + of_household - named end >= 2
       then 'caught same_day' else 'clear' end as said
from (
  select loan_number, disbursed_principal, person_number,
    count(*) over (partition by household_number, disbursement_date) as of_household,
    count(person_number) over (partition by household_number, disbursement_date) as named,
    count(*) over (partition by household_number, disbursement_date, person_number) as of_person
  from loans) same_day;
