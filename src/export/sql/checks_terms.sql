@view(check_a04)
select loan_number, outstanding_principal as amount,
  case when longest is null then 'undetermined longest_term_months'
       when maturity_date <= @plus_months(disbursement_date, longest) then 'clear'
       when disbursement_date = last_day(disbursement_date) and maturity_date = last_day(maturity_date)
        and last_day(maturity_date) = last_day(@plus_months(disbursement_date, longest)) then 'clear'
       else 'caught longer' end as said
from (select loans.*, @parameter(longest_term_months) as longest from loans) terms;

@view(check_a05)
select loans.loan_number, outstanding_principal as amount,
  case when annual_interest_rate is null then 'undetermined annual_interest_rate'
       when rate_kind is null then 'undetermined rate_cap_kind'
       when cap is null then 'undetermined rates'
       when annual_interest_rate <= cap then 'clear'
       else 'caught above_cap' end as said
from loans
left join rate_caps on rate_caps.loan_number = loans.loan_number;

@view(check_a06)
select loan_number, outstanding_principal as amount,
  case when guarantee is null then 'undetermined guarantee'
       when guarantee = 'credit' then 'clear'
       else 'caught ' || guarantee end as said
from loans;

@view(banned_words)
select place, ban, word
from @banned_words() as banned(place, ban, word);

@view(purpose_bans)
select banned_purpose, ban
from (
  select purpose as banned_purpose, min(place) as first_place
  from (select distinct purpose from loans where purpose is not null) purposes
  join banned_words on instr(purpose, word) > 0
  group by purpose) found
join (select distinct place, ban from banned_words) bans on place = first_place;

@view(check_a08)
select loan_number, outstanding_principal as amount,
  case when purpose is null then 'undetermined purpose'
       when ban is null then 'clear'
       when ban <> 'old_loan' then 'caught ' || ban
       when renewal_kind is null and renewed is null then 'undetermined renewal_kind'
       when renewal_kind = 'renewal' or coalesce(renewal_kind, 'extension') = 'extension' and renewed then 'clear'
       else 'caught old_loan' end as said
from loans
left join purpose_bans on banned_purpose = purpose;

@view(loan_uses)
select loans.*,
  case when coalesce(enterprise_code, '') <> '' then true else enterprise_use end as is_enterprise_use,
  count(*) over (partition by township, village, lender, disbursement_date, disbursed_principal) as cluster_size
from loans;

@view(check_a09)
select loan_number, outstanding_principal as amount,
  case when coalesce(enterprise_use, false) then 'caught flagged'
       when coalesce(is_enterprise_use, false) then 'caught enterprise'
       when cluster_size > 1 and cluster_size >= @parameter(cluster_loans) then 'caught cluster'
       when is_enterprise_use is null then 'undetermined enterprise_use'
       else 'clear' end as said
from loan_uses;

@view(check_a10)
select loan_number, outstanding_principal as amount,
  case when not is_enterprise_use then 'not_applicable'
       when banned_from is null and is_enterprise_use is null then 'undetermined enterprise_use'
       when banned_from is null then 'undetermined enterprise_use_banned_from'
       when @days(date '1970-01-01', disbursement_date) < banned_from then 'clear'
       when is_enterprise_use is null then 'undetermined enterprise_use'
       else 'caught after_ban' end as said
from (select loan_uses.*, @parameter(enterprise_use_banned_from) as banned_from from loan_uses) asked;

@view(renewals)
select own.loan_number, own.disbursement_date, own.outstanding_principal, own.renewal_count,
  case when own.extended_maturity_date is not null and coalesce(own.went_on_as, 'none') = 'none' then 'extension'
       when own.went_on_as is null and own.renewed_from is not null then 'renewal'
       else own.went_on_as end as kind,
  earlier.loan_number as earlier_number,
  earlier.renewed_from as earlier_renewed_from,
  coalesce(earlier.extended_maturity_date, earlier.maturity_date) as earlier_due,
  @parameter_on(renewal_last_signing_day, earlier.disbursement_date) as last_signing,
  @parameter_on(most_renewals, own.disbursement_date) as most_renewals,
  @parameter_on(most_extensions, own.disbursement_date) as most_extensions
from loan_days own
left join loans earlier on earlier.loan_number = own.renewed_from;

@view(renewal_limits)
select renewals.*,
  case when earlier_number is null then null
       when @days(date '1970-01-01', disbursement_date) > last_signing then 'caught after_last_day'
       when disbursement_date > earlier_due then 'caught after_due'
       when earlier_renewed_from is not null then 'caught chain'
       when last_signing is null then 'undetermined renewal_last_signing_day' end as of_earlier,
  case when kind = 'extension' then 'extensions'
       when kind in ('renewal', 'refinancing') or coalesce(most_renewals, -1) >= coalesce(most_extensions, -1)
       then 'renewals'
       else 'extensions' end as counted_as,
  case when kind = 'extension' then most_extensions
       when kind in ('renewal', 'refinancing') then most_renewals
       when most_renewals is not null and most_extensions is not null
       then greatest(most_renewals, most_extensions) end as most
from renewals;

@view(check_a17)
select loan_number, outstanding_principal as amount,
  case when of_earlier like 'caught%' then of_earlier
       when of_count like 'caught%' then of_count
       else coalesce(of_earlier, of_count) end as said
from (
  select loan_number, outstanding_principal, of_earlier,
    case when kind = 'none' and coalesce(renewal_count, 0) = 0 or kind is null and renewal_count = 0
         then 'not_applicable'
         when renewal_count > most then 'caught ' || counted_as
         when kind is null then 'undetermined renewal_kind'
         when renewal_count is null then 'undetermined renewal_count'
         when most is null then 'undetermined most_' || counted_as
         else 'clear' end as of_count
  from renewal_limits) counted;

@view(check_a18)
select loan_number, outstanding_principal as amount,
  case when went_on is null then 'undetermined renewal_kind'
       when not went_on then 'not_applicable'
       when willingness in ('poor', 'malicious') then 'caught unwilling'
       when ability = 'none' then 'caught unable'
       when willingness = 'unknown' or ability = 'unknown' then 'caught not_looked_into'
       when willingness is null then 'undetermined willingness'
       when ability is null then 'undetermined ability'
       else 'clear' end as said
from (
  select loan_number, outstanding_principal, willingness, ability,
    case when extended_maturity_date is not null or renewed_from is not null or renewal_count > 0 then true
         when went_on_as is not null then went_on_as <> 'none'
         else renewal_count > 0 end as went_on
  from loan_days) continued;
