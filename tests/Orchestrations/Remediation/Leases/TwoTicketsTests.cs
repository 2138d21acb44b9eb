using CsCheck;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Durable;
using HelpDesk.Orchestrations.Remediation;
using HelpDesk.Orchestrations.Remediation.Steps;
using HelpDesk.Orchestrations.Runbooks;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tickets;

namespace HelpDesk.Orchestrations.Tests.Remediation.Leases;

/// <summary>Two tickets about one person, step by step in every order: their effects do not mix and none of them is lost.</summary>
public sealed class TwoTicketsTests
{
    private static readonly string[] Remediations = ["user.revoke-sessions", "user.assign-licence", "group.add-member"];

    [Fact]
    public void TwoTickets_AnyInterleavingWithTimeouts_AreSerialisedAndBothEnd() =>
        Gen.Select(Gen.Bool.List[0, 40], Gen.Int[0, 3], Gen.Int[0, 3]).Sample(
            sample => RunAsync(sample.Item1, [sample.Item2, sample.Item3]).GetAwaiter().GetResult(), iter: 60);

    private static async Task<bool> RunAsync(IReadOnlyList<bool> order, int[] timeouts)
    {
        using var house = new House();
        Ticket[] tickets = [await Ticket.OpenAsync(house, "1", timeouts[0]), await Ticket.OpenAsync(house, "2", timeouts[1])];
        Ticket? inside = null;
        var turns = order.Select(second => second ? 1 : 0).Concat(Enumerable.Range(0, 200).Select(at => at % 2));
        foreach (var at in turns)
        {
            var ticket = tickets[at];
            if (ticket.IsAtEnd)
                continue;
            await ticket.StepAsync();
            // Between the effect of one and its read-back, the other has none.
            if (ticket.IsBetween && inside is not null && inside != ticket)
                return false;
            inside = ticket.IsBetween ? ticket : inside == ticket ? null : inside;
        }

        return tickets.All(ticket => ticket.IsAtEnd && ticket.Effects == Remediations.Length);
    }

    private sealed class Ticket(House house, string caseId, ContextReference plan, string hash, int timeouts)
    {
        private int _index;
        private int _timeouts = timeouts;
        private int _attempt;
        private StepReport? _report;

        public bool IsAtEnd => _index == Remediations.Length;

        public bool IsBetween => _report is { Outcome: StepOutcome.Executed };

        public int Effects { get; private set; }

        public static async Task<Ticket> OpenAsync(House house, string number, int timeouts)
        {
            var caseId = $"servicenow-{number}";
            house.Workflows.Statuses[caseId] = new(caseId, "ticket", WorkflowState.Running, null, house.Time.GetUtcNow(), house.Time.GetUtcNow(), null, null, null);
            await house.Get<CaseJournal>().OpenAsync(new TicketReference("servicenow", number, $"INC{number}"), house.Time.GetUtcNow(), default);
            var plan = Plans.Of(caseId, Remediations);
            return new Ticket(house, caseId, await house.Get<CaseContext>().PutAsync(caseId, "plan", plan, default), PlanFingerprint.Of(plan), timeouts);
        }

        public async Task StepAsync()
        {
            var input = new StepInput(caseId, plan, hash, _index, null);
            if (_report is { Outcome: StepOutcome.Executed or StepOutcome.AlreadyDone } report)
            {
                await house.Get<VerifyStep>().RunAsync(
                    new ActivityContext(caseId, $"{caseId}/verify-{_index}", 1, default), new VerifyStepInput(input, report.Key, report.StartedAt, report.Outcome == StepOutcome.Executed, IsLast: true));
                (_report, _index) = (null, _index + 1);
                // The next one finds the same target untouched, as another change would be.
                house.Remediations[Remediations[input.Index]].Reset();
                return;
            }

            if (_timeouts > 0 && --_timeouts >= 0)
                house.Remediations[Remediations[_index]].Faults.Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
            var before = house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal));
            try
            {
                // A new question is a new step of the workflow, and so is a new key; a repetition keeps it.
                _report = await house.Get<ExecuteStep>().RunAsync(new ActivityContext(caseId, $"{caseId}/execute-{_index}-{_attempt}", 1, default), input);
                if (_report.Outcome == StepOutcome.Busy)
                    (_report, _attempt) = (null, _attempt + 1);
            }
            catch (VendorException)
            {
                // Repeated by the engine with the same key.
            }
            finally
            {
                house.Remediations[Remediations[_index]].Faults.Clear();
                Effects += house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal)) - before;
            }
        }
    }
}
