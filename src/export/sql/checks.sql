@view(rate_intervals)
select rate_kind, effective_from,
  lead(effective_from) over (partition by rate_kind order by effective_from) as until,
  one_year, longer
from @shipped_rates() as shipped(rate_kind, effective_from, one_year, longer);

@view(county_rate_intervals)
select kinds.rate_kind, rates.effective_from,
  lead(rates.effective_from) over (partition by kinds.rate_kind order by rates.effective_from) as until,
  rate_one_year as one_year, rate_five_years as longer
from rates
cross join (select distinct rate_kind from rate_intervals) kinds
where rates.rate_kind is null or rates.rate_kind = kinds.rate_kind;

@view(rate_caps)
select loan_number,
  case when is_short then coalesce(county_one_year, shipped_one_year)
       else coalesce(county_longer, shipped_longer) end as cap
from (
  select terms.loan_number,
    terms.is_short,
    county.one_year as county_one_year, county.longer as county_longer,
    shipped.one_year as shipped_one_year, shipped.longer as shipped_longer
  from (
    select loan_number, disbursement_date,
      maturity_date <= @plus_months(disbursement_date, 12) as is_short,
      case @parameter(rate_cap_kind) when 0 then 'benchmark' when 1 then 'loan_prime_rate' end as rate_kind
    from loans) terms
  left join county_rate_intervals county
    on county.rate_kind = terms.rate_kind and county.effective_from <= terms.disbursement_date
    and (county.until is null or county.until > terms.disbursement_date)
  left join rate_intervals shipped
    on shipped.rate_kind = terms.rate_kind and shipped.effective_from <= terms.disbursement_date
    and (shipped.until is null or shipped.until > terms.disbursement_date)) found;

@view(check_a01)
select loan_number,
  case when has_roster.households = 0 then 'undetermined' when is_in_roster then 'clear' else 'caught' end as verdict
from loan_days
cross join (select count(*) as households from roster) has_roster;

@view(check_a04)
select loan_number,
  case when longest is null then 'undetermined'
       when maturity_date <= @plus_months(disbursement_date, longest) then 'clear'
       when disbursement_date = last_day(disbursement_date) and maturity_date = last_day(maturity_date)
        and last_day(maturity_date) = last_day(@plus_months(disbursement_date, longest)) then 'clear'
       else 'caught' end as verdict
from (select loans.*, @parameter(longest_term_months) as longest from loans) terms;

@view(check_a05)
select loans.loan_number,
  case when annual_interest_rate is null or cap is null then 'undetermined'
       when annual_interest_rate <= cap then 'clear'
       else 'caught' end as verdict
from loans
left join rate_caps on rate_caps.loan_number = loans.loan_number;

@view(check_verdicts)
select 'A01' as check_id, loan_number, verdict from check_a01
union all
select 'A04', loan_number, verdict from check_a04
union all
select 'A05', loan_number, verdict from check_a05;

@view(check_counts)
select check_id,
  @count_if(verdict = 'caught') as caught,
  @count_if(verdict = 'undetermined') as undetermined,
  @sum_if(verdict = 'caught', outstanding_principal) as amount
from check_verdicts
join loans on loans.loan_number = check_verdicts.loan_number
group by check_id;
