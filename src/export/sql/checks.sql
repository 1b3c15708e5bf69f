@view(given)
select @given_columns(),
  (select count(*) from roster) as roster,
  (select count(*) from subsidy) as subsidies,
  (select count(*) from villages) as villages,
  (select count(*) from gazetteer) as gazetteer,
  (select count(*) from fund) as funds,
  (select count(*) from reported) as reported_totals
from loans;

@view(check_needs)
select check_id, @check_needs() as lacks
from @check_ids() as checks(check_id)
cross join given;

@view(check_verdicts)
select sayings.check_id, loan_number, split_part(said, ' ', 1) as verdict,
  nullif(split_part(said, ' ', 2), '') as reason, amount
from (
@check_sayings()) sayings
join check_needs on check_needs.check_id = sayings.check_id
where lacks is null;

@view(check_hits)
select sayings.check_id, kind, name, split_part(said, ' ', 1) as verdict,
  nullif(split_part(said, ' ', 2), '') as reason, amount
from (
@county_sayings()) sayings
join check_needs on check_needs.check_id = sayings.check_id
where lacks is null and said is not null;

@view(check_townships)
select check_id, township, count(*) as loans, @sum_if(true, amount) as amount
from check_verdicts
join loans on loans.loan_number = check_verdicts.loan_number
where verdict = 'caught'
group by check_id, township;

@view(check_undetermined)
select check_id, reason as unknown, count(*) as loans
from check_verdicts
where verdict = 'undetermined'
group by check_id, reason;

@view(check_counts)
select check_needs.check_id, lacks,
  coalesce(loans, 0) as loans,
  coalesce(households, 0) as households,
  coalesce(of_loans.amount, 0) + coalesce(of_things.amount, 0) as amount,
  coalesce(undetermined, 0) as undetermined,
  coalesce(clear, 0) as clear,
  coalesce(not_applicable, 0) as not_applicable,
  coalesce(things, 0) as things
from check_needs
left join (
  select check_id as loan_check,
    @count_if(verdict = 'caught') as loans,
    @households_if(verdict = 'caught') as households,
    @sum_if(verdict = 'caught', amount) as amount,
    @count_if(verdict = 'undetermined') as undetermined,
    @count_if(verdict = 'clear') as clear,
    @count_if(verdict = 'not_applicable') as not_applicable
  from check_verdicts
  join loans on loans.loan_number = check_verdicts.loan_number
  group by check_id) of_loans on loan_check = check_needs.check_id
left join (
  select check_id as county_check, count(*) as things, @sum_if(true, amount) as amount
  from check_hits
  where verdict = 'caught'
  group by check_id) of_things on county_check = check_needs.check_id;
