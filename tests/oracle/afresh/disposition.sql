-- The decision table: for every loan one batch. And the claim on the fund.
-- Out: disposition(number, batch), claim(number, claimed), recovery(number, costs, bank, fund).
--
-- Readings where the text leaves room:
-- R30 Settled, written off, paid out and recovered need nothing, and so does what is due in more than 90 days.
-- R31 Renewal only until the due day (a renewal signed later is itself a fault), where every condition is met; the need of
--     money is what the roster tells of the wish for a loan. Otherwise a loan due soon is reminded of.
-- R32 Overdue or due, ability or will blank or not known: to be looked into.
-- R33 Extension: weak, willing, a cause that is not the borrower's doing (disaster, illness, death, failed business),
--     in the roster, entitled (A02) and not renewed or extended before; a cause not told is to be looked into.
-- R34 In the buffer: collection within the buffer, whatever is known. Buffer over: no ability, a claim.
-- R35 Malice goes to law, whatever the ability. All else is collected.
-- R36 A claim is what is owed less what insurance paid. Recovered money pays costs, then the bank's own share, then the fund.
create table disposition as
with facts as (
  select l.number, s.state, l.ability, l.willingness, l.cause, w.so as went_on, r.household is not null as rostered,
    r.loan_wish, v.told as a02, l.now - l.due as late
  from lent l join standing s using (number) join went_on w using (number)
  left join roster r using (household) left join verdict v on v.code = 'A02' and v.number = l.number
)
select number, case
  when state in ('settled', 'written_off', 'paid_out', 'recovered', 'not_due') then 'nothing'
  when state = 'due_soon' then iif(ability = '有' and willingness = '好' and loan_wish = 1 and rostered and a02 is null
    and not went_on, 'renewal', 'reminder')
  when state = 'in_buffer' then 'collection_in_buffer'
  when coalesce(ability, '未知') = '未知' or coalesce(willingness, '未知') = '未知' then 'to_look_into'
  when willingness = '恶意' then 'collection_by_law'
  when state = 'buffer_over' and ability = '无' then 'claim'
  when ability = '弱' and willingness = '好' and rostered and a02 is not 'caught' and not went_on then case
    when cause is null or cause = '其他' or a02 = 'unknown' then 'to_look_into'
    when cause in ('因灾', '因病', '死亡', '经营失败') then 'extension'
    else 'collection' end
  else 'collection' end as batch
from facts;
create unique index disposition_by_number on disposition(number);

create table claim as
select number, max(0, balance - coalesce(insurance, 0)) as claimed from lent join disposition using (number)
where batch = 'claim';

create table recovery as
select number, min(recovered, cost) as costs,
  min(max(0, recovered - cost), by_bank) as bank,
  max(0, recovered - cost - by_bank) as fund
from lent where recovered > 0 and cost is not null and by_bank is not null;
