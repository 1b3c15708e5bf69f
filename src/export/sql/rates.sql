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
  rate_kind,
  case when is_short then coalesce(county_one_year, shipped_one_year)
       else coalesce(county_longer, shipped_longer) end as cap
from (
  select terms.loan_number,
    terms.rate_kind,
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
