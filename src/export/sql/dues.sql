@view(calendar_span)
select as_of, months_end,
  @plus_days(month_start, -(@days(date '1970-01-05', month_start) % 7)) as first_day,
  @plus_days(last_of_months, 7 - (@days(date '1970-01-05', last_of_months) % 7)) as end_day
from (
  select as_of, month_start,
    @plus_months(month_start, 12) as months_end,
    @plus_days(@plus_months(month_start, 12), -1) as last_of_months
  from (select as_of, @plus_days(as_of, 1 - day(as_of)) as month_start from report_day) started) months;

@view(holidays)
select holiday_day, holiday
from @holidays() as named(holiday_day, holiday);

@view(loan_dues)
select row_number, loan_number, household_number, township, village, lender, enterprise_code, outstanding_principal,
  due_date, calendar_span.as_of, months_end, first_day, end_day,
  due_date < calendar_span.as_of as is_overdue,
  due_date >= calendar_span.as_of and due_date < months_end as is_coming,
  case when due_date < calendar_span.as_of then 'overdue'
       when due_date < months_end then @month(due_date)
       else 'later' end as due_in,
  coalesce(holiday, case when @days(date '1970-01-05', due_date) % 7 >= 5 then 'weekend' end) as day_off
from loan_days
cross join calendar_span
left join holidays on holiday_day = due_date
where is_outstanding;

@view(dues)
select @count_if(due_date < first_day) as before_loans,
  @sum_if(due_date < first_day, outstanding_principal) as before_outstanding_principal,
  @count_if(is_overdue) as overdue_loans,
  @sum_if(is_overdue, outstanding_principal) as overdue_outstanding_principal,
  @count_if(is_coming) as coming_loans,
  @sum_if(is_coming, outstanding_principal) as coming_outstanding_principal,
  @count_if(due_in = 'later') as later_loans,
  @sum_if(due_in = 'later', outstanding_principal) as later_outstanding_principal,
  @count_if(is_coming and day_off = 'weekend') as on_weekends_loans,
  @sum_if(is_coming and day_off = 'weekend', outstanding_principal) as on_weekends_outstanding_principal,
  @count_if(is_coming and day_off <> 'weekend') as on_holidays_loans,
  @sum_if(is_coming and day_off <> 'weekend', outstanding_principal) as on_holidays_outstanding_principal
from loan_dues;

@view(due_days)
select due_date, day_off, is_overdue,
  count(*) as loans,
  @sum_if(true, outstanding_principal) as outstanding_principal
from loan_dues
where due_date >= first_day and due_date < end_day
group by due_date, day_off, is_overdue;

@view(due_weeks)
select monday,
  year(@plus_days(monday, 3)) as year,
  @quotient(dayofyear(@plus_days(monday, 3)) + 6, 7) as week,
  cast(sum(case when is_overdue then 0 else loans end) as bigint) as coming_loans,
  @sum_if(not is_overdue, outstanding_principal) as coming_outstanding_principal,
  cast(sum(case when is_overdue then loans else 0 end) as bigint) as overdue_loans,
  @sum_if(is_overdue, outstanding_principal) as overdue_outstanding_principal
from (select due_days.*, @plus_days(due_date, -(@days(date '1970-01-05', due_date) % 7)) as monday from due_days) dated
group by monday;

@view(due_months)
select month, coming_loans, coming_outstanding_principal, overdue_loans, overdue_outstanding_principal,
  @wide(coming_outstanding_principal) * 12 * 10000
    > @wide(all_principal) * (@parameter_on(peak_percent_of_mean, @as_of())) as is_peak,
  2 * larger_principal < all_principal as is_of_half_by_amount,
  2 * larger_loans < all_loans as is_of_half_by_loans
from (
  select month_sums.*,
    cast(sum(coming_loans) over () as bigint) as all_loans,
    cast(sum(coming_outstanding_principal) over () as bigint) as all_principal,
    cast(sum(coming_loans) over (order by coming_loans desc, month
      rows between unbounded preceding and current row) as bigint) - coming_loans as larger_loans,
    cast(sum(coming_outstanding_principal) over (order by coming_outstanding_principal desc, month
      rows between unbounded preceding and current row) as bigint) - coming_outstanding_principal as larger_principal
  from (
    select @month(due_date) as month,
      @count_if(is_coming) as coming_loans,
      @sum_if(is_coming, outstanding_principal) as coming_outstanding_principal,
      @count_if(is_overdue) as overdue_loans,
      @sum_if(is_overdue, outstanding_principal) as overdue_outstanding_principal
    from loan_dues
    where due_date < months_end and @month(due_date) >= @month(as_of)
    group by @month(due_date)) month_sums) ordered;

@view(due_halves)
select @rate(by_amount, half_principal, all_principal),
  @rate(by_loans, half_loans, all_loans)
from (
  select @sum_if(is_of_half_by_amount, coming_outstanding_principal) as half_principal,
    @sum_if(true, coming_outstanding_principal) as all_principal,
    @sum_if(is_of_half_by_loans, coming_loans) as half_loans,
    @sum_if(true, coming_loans) as all_loans
  from due_months) halves;

@view(group_dues)
select 'township' as group_kind, township as name, due_in,
  count(*) as loans, @sum_if(true, outstanding_principal) as outstanding_principal
from loan_dues
group by township, due_in
union all
select 'lender', lender, due_in, count(*), @sum_if(true, outstanding_principal)
from loan_dues
group by lender, due_in
union all
select 'enterprise', enterprise_code, due_in, count(*), @sum_if(true, outstanding_principal)
from loan_dues
where enterprise_code is not null
group by enterprise_code, due_in;

@view(holdings)
select 'household' as holder_kind, household_number as name,
  count(*) as balance_loans, @sum_if(true, outstanding_principal) as balance_outstanding_principal,
  @count_if(is_coming) as coming_loans, @sum_if(is_coming, outstanding_principal) as coming_outstanding_principal
from loan_dues
group by household_number
union all
select 'enterprise', enterprise_code, count(*), @sum_if(true, outstanding_principal),
  @count_if(is_coming), @sum_if(is_coming, outstanding_principal)
from loan_dues
where enterprise_code is not null
group by enterprise_code;

@view(concentration)
select holder_kind, share_of, holders,
  @rate(tops_1, largest_1, amounts),
  @rate(tops_5, largest_5, amounts),
  @rate(tops_10, largest_10, amounts),
  cast(@quotient(squares * 2000000 + @wide(amounts) * @wide(amounts), 2 * @wide(amounts) * @wide(amounts)) as bigint)
    as herfindahl_hundredths
from (
  select holder_kind, share_of,
    count(*) as holders,
    @sum_if(place <= 1, amount) as largest_1,
    @sum_if(place <= 5, amount) as largest_5,
    @sum_if(place <= 10, amount) as largest_10,
    @sum_if(true, amount) as amounts,
    sum(@wide(amount) * @wide(amount)) as squares
  from (
    select holder_kind, share_of, amount,
      row_number() over (partition by holder_kind, share_of order by amount desc, name) as place
    from (
      select holder_kind, 'balance' as share_of, name, balance_outstanding_principal as amount from holdings
      union all
      select holder_kind, 'coming', name, coming_outstanding_principal from holdings) amounts_held
    where amount > 0) placed
  group by holder_kind, share_of) summed;

@view(holder_places)
select holdings.*,
  rank() over (partition by holder_kind order by balance_outstanding_principal desc) as place,
  count(*) over (partition by holder_kind, balance_outstanding_principal) as alike
from holdings;

@view(largest_holders)
select holder_kind, name, balance_loans, balance_outstanding_principal, coming_loans, coming_outstanding_principal
from holder_places
where place + alike - 1 <= 10;

@view(alike_holders)
select holder_kind, alike as holders, balance_outstanding_principal as each_holds
from holder_places
where place <= 10 and place + alike - 1 > 10
group by holder_kind, alike, balance_outstanding_principal;
