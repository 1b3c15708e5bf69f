-- The decision table: for every loan one way to go. And the claim on the fund.
-- Out: disposition(number, batch), claim(number, claimed), recovery(number, costs, bank, fund).
--
-- Readings where the text leaves room; README, "How the rules are read", has them in words:
-- R30 Settled, written off and recovered need nothing, and so does what is due in more than 90 days. What is paid out is
--     collected on, by law where the will is malice.
-- R31 Renewal only until the due day, where every condition is met: entitled today, used by the household itself, not
--     renewed before, within the days for signing, able, willing, in need of money (the roster's wish for a loan), and of
--     no risk: normal by the rules and the lender, no interest owed, nothing of the household overdue. Otherwise a
--     loan due soon is reminded of.
-- R32 Overdue: malice goes to law whatever the ability; ability or will blank or not known is to be looked into.
-- R33 Extension: weak and willing, entitled today, used by the household itself, not extended before, within the days for
--     signing, and a cause that the county excuses. A fact not told is to be looked into unless another decides.
-- R34 In the buffer, or before it begins: collection within the buffer, whatever is known of the household.
-- R35 Buffer over: no ability is a claim, whatever the will, unless nobody pays for the loan; malice goes to law; else
--     collected.
-- R36 A claim is what is owed below the household's 50,000, which its loans share in the order of disbursement, and
--     interest where the county covers it, less insurance. Recovered money pays costs, then the bank's share, then the fund.
create table facts as
select s.number, s.state, s.buffer_from, nullif(s.ability, '未知') as ability, nullif(s.willingness, '未知') as willingness,
  case when r.household is null then 0
    when r.poverty_status is null then null
    when r.poverty_status = '监测' then r.monitor_state is not '风险已消除'
    else r.poverty_status in ('未脱贫', '脱贫享受政策', '返贫') end as entitled,
  case when s.enterprise is not null then 0 when s.enterprise_use is null then null else s.enterprise_use = 0 end as own_use,
  case when s.disbursed < '2021-01-01' then date(s.now + 0.5) <= '2020-12-31'
    when s.disbursed < '2026-01-01' then date(s.now + 0.5) <= '2025-12-31' end as in_time,
  case when s.disbursed >= '2026-01-01' then null
    when s.kind in ('续贷', '借新还旧') or s.renewed_from is not null then 0
    when s.kind is not null then 1
    when s.renewal_count is not null then s.renewal_count < 1
    when s.renewed = 0 then 1 end as may_renew,
  case when s.disbursed >= '2026-01-01' then null
    when s.extended is not null or s.kind = '展期' then 0 else 1 end as may_extend,
  case s.cause when '因灾' then 1 when '因病' then 1 when '死亡' then 1 when '外出失联' then 0
    when '经营失败' then (select value from chosen where name = 'failed_business_is_excused') end as excused,
  r.loan_wish,
  s.class = 1 and s.interest_days = 0 and not s.undated and coalesce(s.reported, 1) = 1
    and not exists (select 1 from classed o where o.household = s.household and o.days > 0) as sound,
  coalesce(d.since <= s.now, 0) as is_denied
from standing s join denied d using (number) left join roster r using (household);
create table disposition as
with judged as (
  select f.*,
    case when 0 in (entitled, own_use, may_renew, in_time, ability = '有', willingness = '好', loan_wish, sound) then 0
      when coalesce(entitled + own_use + may_renew + in_time + (ability = '有') + (willingness = '好') + loan_wish + sound, 0) = 8
      then 1 end as renewable,
    case when 0 in (entitled, own_use, may_extend, in_time, excused) then 0
      when coalesce(entitled + own_use + may_extend + in_time + excused, 0) = 5 then 1 end as extensible
  from facts f
)
select number, case
  when state in ('settled', 'written_off', 'recovered', 'not_due') then 'no_action'
  when state in ('paid_out', 'recovering') then iif(willingness is '恶意', 'recover_by_law', 'collect')
  when state = 'due_soon' then iif(renewable, 'renew', 'remind')
  when state = 'in_buffer' then 'collect_in_buffer'
  when state = 'non_performing' then iif(buffer_from is null, 'look_into', 'collect_in_buffer')
  when state = 'buffer_over' and ability = '无' and not is_denied then 'pay_out'
  when state = 'buffer_over' and ability is null then 'look_into'
  when willingness = '恶意' then 'recover_by_law'
  when ability is null or willingness is null then 'look_into'
  when state = 'overdue' and ability = '弱' and willingness = '好'
    then case extensible when 1 then 'extend' when 0 then 'collect' else 'look_into' end
  else 'collect' end as batch
from judged;
create unique index disposition_by_number on disposition(number);

create table claim as
select l.number, max(0, min(l.balance, max(0, 5000000 - taken)) + interest - coalesce(l.insurance, 0)) as claimed
from (
  select l.*, coalesce((select sum(o.balance) from lent o where o.household = l.household
      and (o.disbursed, o.place) < (l.disbursed, l.place)), 0) as taken,
    iif((select value from chosen where name = 'claim_covers_interest'), max(0, l.arrears), 0) as interest
  from lent l where l.number in (select number from disposition where batch = 'pay_out') and l.disbursed < '2026-01-01') l;

create table recovery as
select number, min(recovered, cost) as costs,
  min(max(0, recovered - cost), by_bank) as bank,
  max(0, recovered - cost - by_bank) as fund
from lent where recovered > 0 and cost is not null and by_bank is not null and by_government is not null;
